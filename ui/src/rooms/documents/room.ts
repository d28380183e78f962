// 文件审签: what comes in and is answered, what is drafted, signed and sent out.
import type { RouteRecordRaw } from 'vue-router'
import { ask } from '@/api/ask'
import type { Room } from '@/kit/room'

const page = (path: string, title: string, component: RouteRecordRaw['component'], props = false): RouteRecordRaw =>
  ({ path: `/documents/${path}`, component, props, meta: { nav: 'documents', manual: 'documents', title } }) as RouteRecordRaw

export const room: Room = {
  nav: [{ key: 'documents', label: '文件审签', to: '/documents', order: 130 }],
  routes: [
    { path: '/documents', redirect: '/documents/incoming' },
    page('incoming', '收文', () => import('./IncomingList.vue')),
    page('incoming/:id', '收文', () => import('./IncomingPage.vue'), true),
    page('outgoing', '发文', () => import('./OutgoingList.vue')),
    page('outgoing/:id', '发文', () => import('./OutgoingPage.vue'), true),
    page('delegations', '委托签发书', () => import('./Delegations.vue')),
    page('templates', '公文范本', () => import('./Templates.vue')),
    page('seals', '印章图片', () => import('./Seals.vue')),
  ],
  find: (words) => ask('document_find', { words }),
}
