// 督办事项: what units owe by a day, how they are reminded, and what they answered.
import type { RouteRecordRaw } from 'vue-router'
import { wanting } from './lib'
import { ask } from '@/api/ask'
import type { Hit, Room } from '@/kit/room'

const meta = { nav: 'followup', manual: 'followup', title: '督办事项' }

async function find(words: string): Promise<Hit[]> {
  const { rows } = await ask('followup_items', wanting({ words, slice: { offset: 0, limit: 6 } }))
  return rows.map((item) => ({ kind: '督办', label: item.text, note: `${item.lead.short}　${item.stage_label}`, to: `/followup/${item.id}` }))
}

export const room: Room = {
  nav: [{ key: 'followup', label: '督办事项', to: '/followup', order: 140 }],
  routes: [
    { path: '/followup', component: () => import('./Items.vue'), meta } as RouteRecordRaw,
    { path: '/followup/:id', component: () => import('./ItemPage.vue'), meta, props: true } as RouteRecordRaw,
  ],
  find,
}
