// 信息报送: what every unit reports each month, when it arrived, what of it was used.
import type { RouteRecordRaw } from 'vue-router'
import { ask } from '@/api/ask'
import type { Room } from '@/kit/room'

const page = (path: string, title: string, component: RouteRecordRaw['component'], props = false): RouteRecordRaw =>
  ({ path: `/reports${path}`, component, props, meta: { nav: 'reports', manual: 'reports', title } }) as RouteRecordRaw

export const room: Room = {
  nav: [{ key: 'reports', label: '信息报送', to: '/reports', order: 160 }],
  routes: [
    page('', '信息报送', () => import('./Year.vue')),
    page('/points', '报送和采用得分', () => import('./Points.vue')),
    page('/higher', '被上级采用', () => import('./Higher.vue')),
    page('/:month', '当月信息报送', () => import('./Month.vue'), true),
    page('/:month/reminders', '催报名单', () => import('./Reminders.vue'), true),
    page('/:month/:id', '单位报送', () => import('./ReportPage.vue'), true),
  ],
  find: (words) => ask('report_find', { words }),
}
