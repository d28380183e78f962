// All pages: those of the rooms that are here, and the settings. The door (login, first start) is not a page: it stands
// before all of them.
import { createRouter, createWebHashHistory } from 'vue-router'
import { rooms } from './rooms'
import { settingsRoutes } from './settings/routes'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'workbench', component: () => import('./Workbench.vue'), meta: { nav: 'workbench', manual: 'workbench', title: '工作台' } },
    ...rooms.flatMap((room) => room.routes),
    ...settingsRoutes,
    { path: '/:rest(.*)', redirect: '/' },
  ],
})
