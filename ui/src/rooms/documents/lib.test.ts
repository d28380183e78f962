import { describe, expect, it } from 'vitest'
import { rooms } from '@/views/rooms'
import { blankFacts, changedParts, countOf, factsOf, kindsFor, namesIn, namesOut, numbersOf, prefixesFor, proofs, tallyCopies, type Choices, type Comparison, type Incoming } from './lib'

const kind = (key: string, by: ('office' | 'group')[], more: object = {}) => ({ key, label: key, form: 'red_head', by, recipients: 'some', endings: [], why_not: '', ...more })
const choices = {
  kinds: [kind('order', [], { why_not: '议事协调机构不发布命令。' }), kind('notice', ['office', 'group']), kind('letter', ['office'], { form: 'letter' })],
  prefixes: [{ key: 'o', label: '办', of: 'office', number: '', letter: false }, { key: 'ol', label: '办函', of: 'office', number: '', letter: true }, { key: 'g', label: '组', of: 'group', number: '', letter: false }],
  routes: [],
} as unknown as Choices

describe('recipients as typed', () => {
  it('are parted by whatever a clerk types between them, each once', () => expect(namesIn('市发展改革委、市财政局，市气象局；市财政局\n 三台县 ')).toEqual(['市发展改革委', '市财政局', '市气象局', '三台县']))
  it('are nobody where nothing was typed', () => expect(namesIn(' 、 ')).toEqual([]))
  it('come back as they are written on paper', () => expect(namesOut(namesIn('甲,乙'))).toBe('甲、乙'))
})

describe('a new draft', () => {
  it('is offered first the kinds that this name may issue, and reads why the others not', () => {
    expect(kindsFor(choices, 'group').map((one) => [one.key, one.why !== ''])).toEqual([['notice', false], ['order', true], ['letter', true]])
    expect(kindsFor(choices, 'group').find((one) => one.key === 'order')?.why).toBe('议事协调机构不发布命令。')
    expect(kindsFor(choices, 'group').find((one) => one.key === 'letter')?.why).toBe('不以领导小组名义制发')
  })
  it('takes the prefix of letters for a letter and never one of another name', () => {
    expect(prefixesFor(choices, 'office', 'letter').map((one) => one.key)).toEqual(['ol', 'o'])
    expect(prefixesFor(choices, 'office', 'notice').map((one) => one.key)).toEqual(['o', 'ol'])
    expect(prefixesFor(choices, 'group', 'notice').map((one) => one.key)).toEqual(['g'])
  })
})

describe('files', () => {
  const file = (name: string, purpose: string) => ({ name, purpose })
  const placed = proofs([{ step_label: '签收' }, { step_label: '登记' }, { step_label: '交办' }, { step_label: '交办' }], [file('a', '来文扫描件'), file('b', '交办扫描件'), file('c', '市质监局办理情况')], ['来文扫描件'])
  it('lie at the step that they prove, once for a step taken twice', () => expect(placed.map((one) => one.label)).toEqual(['来文', '登记', '交办', '有关材料']))
  it('are none lost', () => expect(placed.flatMap((one) => one.files.map((f) => f.name))).toEqual(['a', 'b', 'c']))
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

it('a distribution is counted by what went out and what was received', () => {
  const line = (sent_on: string | null, received_on: string | null) => ({ sent_on, received_on })
  expect(tallyCopies([line('2016-11-23', '2016-11-24'), line('2016-11-23', null), line(null, null)])).toEqual({ all: 3, sent: 2, received: 1 })
})
it('copies are a whole number above nought', () => expect(['12', ' 3 ', '0', '1.5', '-1', '', '123456'].map(countOf)).toEqual([12, 3, null, null, null, null, null]))

it('every page that the workbench, the search and other pages lead to is there', () => {
  const paths = rooms.flatMap((room) => room.routes.map((route) => route.path))
  for (const path of ['/documents', '/documents/incoming', '/documents/incoming/:id', '/documents/outgoing', '/documents/outgoing/:id', '/documents/delegations', '/documents/templates', '/followup/:id', '/registry/units/:id']) expect(paths).toContain(path)
})
