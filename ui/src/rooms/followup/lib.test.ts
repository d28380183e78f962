import { describe, expect, it } from 'vitest'
import { ASKED, factsOf, filesOf, leading, parted, sourcePage, unitsOf, wanting, type Card, type Choice, type Item } from './lib'
import { room } from './room'

const item = (more: Partial<Item>) => ({ stage: 'open', source: 's1', source_kind: 'meeting', lead: { unit: 'u1', short: '市质监局' }, helpers: [], ...more }) as unknown as Item
const step = (key: string, why_not: string | null = null): Choice => ({ step: key, label: key, why_not, article: null })

describe('units of an item', () => {
  it('are the lead, and the helpers where there are any', () => {
    expect(unitsOf(item({}))).toBe('市质监局')
    expect(unitsOf(item({ helpers: [{ unit: 'u2', short: '市旅游局' }, { unit: 'u3', short: '市气象局' }] }))).toBe('市质监局（配合：市旅游局、市气象局）')
  })
})

describe('where an item comes from', () => {
  it('is one click away if it has a record', () => {
    expect(sourcePage(item({}))).toBe('/meetings/s1')
    expect(sourcePage(item({ source_kind: 'instruction' }))).toBe('/documents/incoming/s1')
    expect(sourcePage(item({ source_kind: 'instruction', source: '' }))).toBeNull()
    expect(sourcePage(item({ source_kind: 'public' }))).toBeNull()
  })
})

describe('steps', () => {
  it('put forward the first that leads on and may be taken', () => {
    expect(leading([step('report'), step('reply')])).toBe('reply')
    expect(leading([step('accept', '须由主任办理'), step('return')])).toBeUndefined()
  })
  it('that turn aside stand under 更多, and a notice that went out is not offered again', () => {
    const { shown, more } = parted([step('notify', '督办通知已经下发。'), step('reply'), step('suspend'), step('close')])
    expect(shown.map((one) => one.step)).toEqual(['reply'])
    expect(more.map((one) => one.step)).toEqual(['suspend', 'close'])
  })
  it('say what happens by them', () => {
    for (const [key, asked] of Object.entries(ASKED)) expect(asked.says !== '' || key === 'amend', key).toBe(true)
  })
})

describe('files of an item', () => {
  const file = (id: string, added_at: string) => ({ id, purpose: '立项依据', name: `${id}.pdf`, mime: '', bytes: 9, added_at, added_by: '李' })
  it('stand with the step that they prove, the newest first', () => {
    const card = { attachments: [file('a', '2016-11-01T09:00:00')], events: [{ what: '登记签收', files: [file('b', '2016-11-03T09:00:00')] }] } as unknown as Card
    expect(filesOf(card).map((one) => [one.id, one.what])).toEqual([['b', '登记签收'], ['a', '立项依据']])
  })
})

describe('a form', () => {
  it('begins with what was entered', () => {
    const facts = factsOf(item({ helpers: [{ unit: 'u2', short: '市旅游局' }], text: '办' }))
    expect([facts.lead, facts.helpers, facts.text, facts.source]).toEqual(['u1', ['u2'], '办', 'meeting'])
  })
  it('of a filter wants everything until something is chosen', () => expect(wanting({ mine: true })).toMatchObject({ mine: true, waiting: false, words: '' }))
})

describe('the room', () => {
  it('opens its own chapter of the manual on every page', () => {
    for (const route of room.routes) expect(route.meta?.manual).toBe('followup')
  })
})
