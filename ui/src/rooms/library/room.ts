// 政策法规库、对下指导: texts to be carried out, and guidance given to districts and parks.
import type { RouteRecordRaw } from 'vue-router'
import { ask } from '@/api/ask'
import type { Room } from '@/kit/room'

const meta = { nav: 'tasks', manual: 'library', title: '政策法规库' }
const guidance = { ...meta, title: '对下指导' }

export const room: Room = {
  nav: [],
  tabs: [
    { nav: 'tasks', label: '政策法规库', to: '/library', order: 3 },
    { nav: 'tasks', label: '对下指导', to: '/guidance', order: 4 },
  ],
  routes: [
    { path: '/library', component: () => import('./Library.vue'), meta } as RouteRecordRaw,
    { path: '/library/:id', component: () => import('./EntryPage.vue'), meta, props: true } as RouteRecordRaw,
    { path: '/guidance', component: () => import('./Guidance.vue'), meta: guidance } as RouteRecordRaw,
    { path: '/guidance/:id', component: () => import('./GuidancePage.vue'), meta: guidance, props: true } as RouteRecordRaw,
  ],
  find: (words) => ask('library_find', { words }),
}
