// 联席会议: the ledger, the record of a meeting, its minutes.
import type { RouteRecordRaw } from 'vue-router'
import type { Room } from '@/kit/room'

const meta = { nav: 'meetings', manual: 'meetings', title: '联席会议' }

export const room: Room = {
  nav: [{ key: 'meetings', label: '联席会议', to: '/meetings', order: 120 }],
  routes: [
    { path: '/meetings', component: () => import('./Meetings.vue'), meta } as RouteRecordRaw,
    { path: '/meetings/:id', component: () => import('./MeetingPage.vue'), meta, props: true } as RouteRecordRaw,
    { path: '/meetings/:id/minutes', component: () => import('./MinutesPage.vue'), meta: { ...meta, title: '会议纪要' }, props: true } as RouteRecordRaw,
  ],
}
