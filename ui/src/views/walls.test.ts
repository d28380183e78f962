// A page imports the kit, the generated api, the doors of the views and its own room: never another room.
import { expect, it } from 'vitest'

const files = import.meta.glob<string>('../rooms/**/*.{vue,ts}', { eager: true, query: '?raw', import: 'default' })
/** Doors into a neighbour: decisions are shown with the stages of the items they became, an issue is made of reports. */
const KNOWN = ['meetings/DecisionsTab.vue → followup', 'bulletins/MaterialList.vue → reports']

it('no room reaches into another one', () => {
  const found: string[] = []
  for (const [path, text] of Object.entries(files)) {
    const [, room, file] = /rooms\/([a-z]+)\/(.+)$/.exec(path) ?? []
    for (const [, other] of text.matchAll(/from '(?:\.\.\/|@\/rooms\/)([a-z]+)\/[^']+'/g)) if (other !== room) found.push(`${room}/${file} → ${other}`)
  }
  expect(found.filter((one) => !KNOWN.includes(one))).toEqual([])
})
