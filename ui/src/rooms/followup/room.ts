// 督办事项: what units owe by a day, and what they answered.
import type { RouteRecordRaw } from 'vue-router'
import type { Room } from '@/kit/room'

const meta = { nav: 'followup', manual: 'meetings', title: '督办事项' }

export const room: Room = {
  nav: [{ key: 'followup', label: '督办事项', to: '/followup', order: 140 }],
  routes: [
    { path: '/followup', component: () => import('./Items.vue'), meta } as RouteRecordRaw,
    { path: '/followup/:id', component: () => import('./ItemPage.vue'), meta, props: true } as RouteRecordRaw,
  ],
}
