import type { RouteRecordRaw } from 'vue-router'

const page = (path: string, title: string, component: RouteRecordRaw['component']): RouteRecordRaw =>
  ({ path, component, meta: { nav: 'system', manual: 'system', title } }) as RouteRecordRaw

export const settingsRoutes: RouteRecordRaw[] = [
  {
    path: '/system',
    component: () => import('./Settings.vue'),
    redirect: '/system/rules',
    children: [
      page('accounts', '账号', () => import('./Accounts.vue')),
      page('rules', '规则配置', () => import('./Rules.vue')),
      page('calendar', '工作日历', () => import('./WorkCalendar.vue')),
      page('fonts', '公文字体', () => import('./Fonts.vue')),
      page('check', '数据检查', () => import('./Check.vue')),
      page('audit', '审计', () => import('./Audit.vue')),
      page('about', '关于', () => import('./About.vue')),
    ],
  },
]
