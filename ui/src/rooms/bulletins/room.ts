// 工作简报: what the office prints for all, from what units report.
import type { RouteRecordRaw } from 'vue-router'
import type { Room } from '@/kit/room'

const page = (path: string, title: string, component: RouteRecordRaw['component'], props = false): RouteRecordRaw =>
  ({ path: `/bulletins${path}`, component, props, meta: { nav: 'bulletins', manual: 'bulletins', title } }) as RouteRecordRaw

export const room: Room = {
  nav: [{ key: 'bulletins', label: '工作简报', to: '/bulletins', order: 170 }],
  routes: [page('', '工作简报', () => import('./Issues.vue')), page('/:id', '工作简报', () => import('./IssuePage.vue'), true)],
}
