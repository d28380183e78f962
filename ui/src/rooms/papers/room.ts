// 公文排版、空白表格: paper without a record.
import type { RouteRecordRaw } from 'vue-router'
import type { Room } from '@/kit/room'

export const room: Room = {
  nav: [
    { key: 'papers', label: '公文排版', to: '/papers', order: 901 },
    { key: 'blanks', label: '空白表格', to: '/papers/blank', order: 902 },
  ],
  routes: [
    { path: '/papers', component: () => import('./Typeset.vue'), meta: { nav: 'papers', manual: 'papers', title: '公文排版' } } as RouteRecordRaw,
    { path: '/papers/blank', component: () => import('./Blanks.vue'), meta: { nav: 'blanks', manual: 'papers', title: '空白表格' } } as RouteRecordRaw,
  ],
}
