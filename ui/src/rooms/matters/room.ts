// 事项审定: what is put to the leading group and who decides on it.
import type { RouteRecordRaw } from 'vue-router'
import { ask } from '@/api/ask'
import type { Room } from '@/kit/room'

const meta = { nav: 'tasks', manual: 'tasks', title: '事项审定' }

export const room: Room = {
  nav: [],
  tabs: [{ nav: 'tasks', label: '事项审定', to: '/matters', order: 2 }],
  routes: [
    { path: '/matters', component: () => import('./Matters.vue'), meta } as RouteRecordRaw,
    { path: '/matters/entrustments', component: () => import('./Entrustments.vue'), meta: { ...meta, title: '委托审定书' } } as RouteRecordRaw,
    { path: '/matters/:id', component: () => import('./MatterPage.vue'), meta, props: true } as RouteRecordRaw,
  ],
  find: (words) => ask('matter_find', { words }),
}
