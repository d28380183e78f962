// 任务分解: a year's plan, who leads, helps and carries out, by when, and how far it is. The place 任务与事项 is shared with
// matters and the library.
import type { RouteRecordRaw } from 'vue-router'
import { ask } from '@/api/ask'
import type { Room } from '@/kit/room'

const meta = { nav: 'tasks', manual: 'tasks', title: '任务分解' }

export const room: Room = {
  nav: [{ key: 'tasks', label: '任务与事项', to: '/tasks', order: 145 }],
  tabs: [{ nav: 'tasks', label: '任务分解', to: '/tasks', order: 1 }],
  routes: [
    { path: '/tasks', component: () => import('./Tasks.vue'), meta } as RouteRecordRaw,
    { path: '/tasks/:id', component: () => import('./TaskPage.vue'), meta, props: true } as RouteRecordRaw,
  ],
  find: (words) => ask('task_find', { words }),
}
