import type { RouteRecordRaw } from 'vue-router'

export const settingsRoutes: RouteRecordRaw[] = [
  { path: '/system', component: () => import('./About.vue'), meta: { nav: 'system', manual: 'system', title: '关于' } },
]
