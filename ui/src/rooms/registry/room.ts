// 机构名册: units, people, posts, contacts and filings as of any day.
import type { RouteRecordRaw } from 'vue-router'
import { ask } from '@/api/ask'
import type { Hit, Room } from '@/kit/room'

const page = (path: string, title: string, component: RouteRecordRaw['component'], manual = 'registry'): RouteRecordRaw =>
  ({ path: `/registry/${path}`, component, meta: { nav: 'registry', manual, title } }) as RouteRecordRaw

async function find(words: string): Promise<Hit[]> {
  const { units, people } = await ask('registry_find', { words, kinds: [] })
  return [
    ...units.slice(0, 6).map((u) => ({ kind: '单位', label: u.short, note: u.name === u.short ? u.kind_label : u.name, to: `/registry/units/${u.id}` })),
    ...people.slice(0, 6).map((p) => ({ kind: '人员', label: p.person.name, note: p.posts_label || p.person.title, to: `/registry/people/${p.person.id}` })),
  ]
}

export const room: Room = {
  nav: [{ key: 'registry', label: '机构名册', to: '/registry', order: 110 }],
  routes: [
    { path: '/registry', redirect: '/registry/roster' },
    page('units', '单位', () => import('./Units.vue')),
    { ...page('units/:id', '单位', () => import('./UnitPage.vue')), props: true } as RouteRecordRaw,
    page('people', '人员', () => import('./People.vue')),
    { ...page('people/:id', '人员', () => import('./PersonPage.vue')), props: true } as RouteRecordRaw,
    page('directory', '通讯录', () => import('./Directory.vue')),
    page('filings', '变更备案', () => import('./Filings.vue')),
    page('roster', '领导小组名单', () => import('./Roster.vue')),
    page('contacts', '联络员报备', () => import('./Contacts.vue')),
  ],
  find,
}
