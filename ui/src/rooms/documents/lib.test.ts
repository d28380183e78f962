import { describe, expect, it } from 'vitest'
import { rooms } from '@/views/rooms'
import { namesIn, namesOut } from '@/kit/names'
import { blankFacts, changedParts, countOf, factsOf, filled, itemsOf, laidOut, numbersOf, placeKey, prefixesOf, routeOf, type Choice, type Choices, type Comparison, type Incoming, type Proof } from './lib'
import { blankStep, missing } from './step'

const kind = (key: string, prefixes: string[], why_not: string | null = null) => ({ key, label: key, why_not, prefixes })
const prefix = (key: string) => ({ key, label: key, of: 'office', number: '', letter: false })
const choices = {
  prefixes: [prefix('o'), prefix('ol')],
  routes: [
    { issuer: 'office', kinds: [kind('notice', ['o']), kind('letter', ['ol', 'o']), kind('order', [], '议事协调机构不发布命令。')] },
    { issuer: 'group', kinds: [kind('notice', ['gone'])] },
  ],
} as unknown as Choices

describe('recipients as typed', () => {
  it('are parted by whatever a clerk types between them, each once', () => expect(namesIn('市发展改革委、市财政局，市气象局；市财政局\n 三台县 ')).toEqual(['市发展改革委', '市财政局', '市气象局', '三台县']))
  it('are nobody where nothing was typed', () => expect(namesIn(' 、 ')).toEqual([]))
  it('come back as they are written on paper', () => expect(namesOut(namesIn('甲,乙'))).toBe('甲、乙'))
})

describe('a new draft', () => {
  it('is offered the prefixes of its kind in the order of the front desk', () => {
    expect(prefixesOf(choices, 'office', 'letter').map((one) => one.key)).toEqual(['ol', 'o'])
    expect(prefixesOf(choices, 'group', 'notice')).toEqual([])
    expect(prefixesOf(null, 'office', 'notice')).toEqual([])
  })
  it('knows what its name may issue', () => expect(routeOf(choices, 'office')?.kinds.map((one) => one.why_not === null)).toEqual([true, true, false]))
})

const step = (key: string, more: Partial<Choice> = {}): Choice => ({ step: key, label: key, why_not: null, article: null, says: '', fields: [], proof: false, main: false, danger: false, ...more })

describe('the steps of a record', () => {
  const steps = [step('sign', { main: true }), step('return'), step('withdraw'), step('raise'), step('void', { danger: true })]
  it('stand as buttons where they are near, the usual one last; what ends stands in the menu', () => {
    const { buttons, menu } = laidOut(steps)
    expect(buttons.map((one) => one.step)).toEqual(['withdraw', 'raise', 'sign'])
    expect(menu.map((one) => one.step)).toEqual(['return', 'void'])
  })
  it('are none lost, whatever there is', () => {
    for (const some of [[], steps.slice(4), steps.slice(0, 1), steps]) {
      const { buttons, menu } = laidOut(some)
      expect(buttons.length + menu.length).toBe(some.length)
    }
  })
  it('say in the menu first why nobody here may take them', () => {
    const [item] = itemsOf([step('void', { why_not: '须由主任办理', article: '第十六条' })], null)
    expect([item?.why, item?.article]).toEqual(['须由主任办理', '第十六条'])
    const [off] = itemsOf([step('void', { why_not: '须由主任办理', article: '第十六条' })], '审计员不能办理')
    expect([off?.why, off?.article]).toEqual(['审计员不能办理', null])
  })
})

describe('the form of a step', () => {
  const field = (key: Choice['fields'][number]['key'], label: string, needed = true) => ({ key, label, needed, hint: '', empty: '' })
  const choice = step('instruct', { proof: true, fields: [field('on', '日期'), field('person', '批示人'), field('words', '批示内容', false), field('scan', '扫描件', false), field('basis', '存放处', false)] })
  it('names what is missing by the words of the front desk', () => expect(missing(choice, blankStep('2016-11-23'))).toEqual(['批示人', '扫描件或存放处']))
  it('is proved by a scan or by the place of the paper', () => {
    const bytes = new Uint8Array([1])
    expect(missing(choice, blankStep('2016-11-23', { person: 'p', basis: '专柜' }))).toEqual([])
    expect(missing(choice, blankStep('2016-11-23', { person: 'p', scans: [{ name: 'a.pdf', mime: '', bytes }] }))).toEqual([])
  })
  it('takes copies only as a number', () => {
    const print = step('print', { fields: [field('copies', '印制份数')] })
    expect(['', '十份', '0', '30'].map((copies) => missing(print, blankStep(null, { copies })).length)).toEqual([1, 1, 1, 0])
  })
})

describe('places for files', () => {
  const place = (purpose: string, n: number, instruction: string | null = null): Proof => ({ purpose, label: purpose, instruction, files: Array.from({ length: n }, () => ({}) as Proof['files'][number]) })
  it('are shown where something lies', () => expect(filled([place('来文扫描件', 1), place('登记扫描件', 0)]).map((one) => one.purpose)).toEqual(['来文扫描件']))
  it('of two instructions are two', () => expect(new Set([place('批示扫描件', 0, 'a'), place('批示扫描件', 0, 'b')].map(placeKey)).size).toBe(2))
})

describe('a paper that came in', () => {
  it('names its number and that of the register of filings', () => {
    expect(numbersOf({ number: '收〔2016〕8号', filing_number: '备〔2016〕3号' })).toBe('收〔2016〕8号　备〔2016〕3号')
    expect(numbersOf({ number: null, filing_number: null })).toBe('')
  })
  it('goes into the form for corrections with what was registered and nothing else', () => {
    const facts = { ...blankFacts('2016-11-23'), title: '工作方案', received_by: '李晓燕' }
    expect(factsOf({ ...facts, id: 'p', version: 2, stage: 'closed' } as unknown as Incoming)).toEqual(facts)
  })
})

describe('two versions compared', () => {
  const comparison = { parts: [{ label: '标题', pieces: [{ mark: 'kept', text: '通知' }] }, { label: '正文', pieces: [{ mark: 'kept', text: '请于' }, { mark: 'struck', text: '五' }, { mark: 'added', text: '三' }] }] } as unknown as Comparison
  it('show all parts, or only those in which something changed', () => {
    expect(changedParts(comparison, true)).toHaveLength(2)
    expect(changedParts(comparison, false).map((part) => part.label)).toEqual(['正文'])
  })
})

it('copies are a whole number above nought', () => expect(['12', ' 3 ', '0', '1.5', '-1', '', '123456'].map(countOf)).toEqual([12, 3, null, null, null, null, null]))

it('every page that the workbench, the search and other pages lead to is there', () => {
  const paths = rooms.flatMap((room) => room.routes.map((route) => route.path))
  for (const path of ['/documents', '/documents/incoming', '/documents/incoming/:id', '/documents/outgoing', '/documents/outgoing/:id', '/documents/delegations', '/documents/templates', '/documents/seals', '/followup/:id', '/registry/units/:id']) expect(paths).toContain(path)
})
