// Which rooms there are: every `rooms/<room>/room.ts`. A room that is not built has no entry and no dead link.
import { layTabs } from '@/kit/places'
import type { NavEntry, Room } from '@/kit/room'

const found = import.meta.glob<{ room: Room }>('../rooms/*/room.ts', { eager: true })

export const rooms: Room[] = Object.values(found)
  .map((file) => file.room)
  .sort((a, b) => (a.nav[0]?.order ?? 0) - (b.nav[0]?.order ?? 0))

layTabs(rooms.flatMap((room) => room.tabs ?? []))

const OWN: NavEntry[] = [
  { key: 'workbench', label: '工作台', to: '/', order: 0 },
  { key: 'system', label: '系统', to: '/system', order: 910 },
]

export const navigation: NavEntry[] = [...OWN, ...rooms.flatMap((room) => room.nav)].sort((a, b) => a.order - b.order)

/** Entries in groups, as a rule is drawn between the hundreds. */
export function groups(entries: NavEntry[]): NavEntry[][] {
  const byHundred = new Map<number, NavEntry[]>()
  for (const entry of entries) {
    const hundred = Math.floor(entry.order / 100)
    byHundred.set(hundred, [...(byHundred.get(hundred) ?? []), entry])
  }
  return [...byHundred.values()]
}
