// 机构名册: units, people, posts, contacts and filings as of any day.
import type { RouteRecordRaw } from 'vue-router'
import type { Room } from '@/kit/room'

const page = (path: string, title: string, component: RouteRecordRaw['component'], manual = 'registry'): RouteRecordRaw =>
  ({ path: `/registry/${path}`, component, meta: { nav: 'registry', manual, title } }) as RouteRecordRaw

export const room: Room = {
  nav: [{ key: 'registry', label: '机构名册', to: '/registry', order: 110 }],
  routes: [
    { path: '/registry', redirect: '/registry/roster' },
    page('roster', '领导小组名单', () => import('./Roster.vue')),
    page('contacts', '联络员报备', () => import('./Contacts.vue')),
  ],
}
