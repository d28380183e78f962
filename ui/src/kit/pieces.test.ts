import { flushPromises, mount } from '@vue/test-utils'
import { openFile } from '@/api/desktop'
import { ElButton, ElInput, ElTooltip } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import DateField from './DateField.vue'
import DeedButton from './DeedButton.vue'
import FileDrop from './FileDrop.vue'
import LedgerTable from './LedgerTable.vue'
import { forgetPlaces, recallFilters, type LedgerPage, type LedgerQuery } from './ledger'
import { sitsAtTheDesk } from './may'
import PersonName from './PersonName.vue'
import RefusalBox from './RefusalBox.vue'
import StepButton from './StepButton.vue'

vi.mock('@/api/desktop', () => ({ openFile: vi.fn() }))

const global = { components: { ElButton, ElInput, ElTooltip }, stubs: { ElPopover: true, ElPagination: true, ElCheckbox: true, ElCheckboxGroup: true, ElDatePickerPanel: true } }

describe('a refusal', () => {
  it('shows fact, remedy and article', () => {
    const box = mount(RefusalBox, { props: { refusal: { kind: 'Refused', message: '纪要未经签发。', hint: '请先登记签发。', article: '第十三条' } }, global })
    expect(box.text()).toContain('纪要未经签发。')
    expect(box.text()).toContain('请先登记签发。')
    expect(box.text()).toContain('依据：第十三条')
    expect(box.attributes('role')).toBe('alert')
  })
  it('shows nothing where there is none', () => expect(mount(RefusalBox, { props: { refusal: null }, global }).text()).toBe(''))
})

describe('a step that is not lawful now', () => {
  beforeEach(() => sitsAtTheDesk('clerk'))
  it('is not taken and says why', async () => {
    const button = mount(StepButton, { props: { label: '印发', command: 'meeting_minutes_take_step', allowed: false, reason: '签发后方可印发', article: '第十三条' }, global })
    await button.find('button').trigger('click')
    expect(button.emitted('take')).toBeUndefined()
    expect(button.find('button').attributes('aria-disabled')).toBe('true')
    expect(button.find('button').attributes('aria-label')).toContain('签发后方可印发，依据：第十三条')
  })
  it('is taken once it is lawful', async () => {
    const button = mount(StepButton, { props: { label: '印发', command: 'meeting_minutes_take_step', allowed: true }, global })
    await button.find('button').trigger('click')
    expect(button.emitted('take')).toHaveLength(1)
  })
  it('is not taken by who may not, and says who may', async () => {
    sitsAtTheDesk('auditor')
    const button = mount(StepButton, { props: { label: '印发', command: 'meeting_minutes_take_step', allowed: true }, global })
    await button.find('button').trigger('click')
    expect(button.emitted('take')).toBeUndefined()
    expect(button.find('button').attributes('aria-label')).toContain('审计员不能办理“办理会议纪要”，请由经办人或办公室主任办理')
  })
})

describe('a button that asks the front desk', () => {
  const button = (link: boolean) => {
    const clicked = vi.fn()
    return { clicked, seen: mount(DeedButton, { props: { command: 'meeting_plan', link }, attrs: { onClick: clicked, 'data-test': 'plan' }, slots: { default: '新建会议' }, global }) }
  }
  it('asks for whoever may', async () => {
    sitsAtTheDesk('director')
    const { clicked, seen } = button(false)
    await seen.find('button').trigger('click')
    expect(clicked).toHaveBeenCalledTimes(1)
  })
  it('stands still for whoever may not and says why', async () => {
    sitsAtTheDesk('admin')
    const { clicked, seen } = button(false)
    await seen.find('[data-test=plan]').trigger('click')
    expect(clicked).not.toHaveBeenCalled()
    expect(seen.find('button').attributes('title')).toBe('系统管理员不能办理“筹备会议”，请由经办人或办公室主任办理。')
  })
  it('is left out of a row', () => {
    sitsAtTheDesk('auditor')
    expect(button(true).seen.find('button').exists()).toBe(false)
  })
})

describe('a date field', () => {
  async function type(text: string, year?: number) {
    const field = mount(DateField, { props: { modelValue: null, year }, global })
    // Tells `input` and `change`, as leaving the field does.
    await field.find('input').setValue(text)
    return field
  }
  it('takes a day however it is typed', async () => expect((await type('2016年8月30日')).emitted('update:modelValue')).toEqual([['2016-08-30']]))
  it('says what is wrong with a day that does not exist and changes nothing', async () => {
    const field = await type('2015-2-29')
    expect(field.emitted('update:modelValue')).toBeUndefined()
    expect(field.find('[data-test=field-error]').text()).toContain('2015-2-29')
  })
  it('tells a day while it is typed and leaves the words to whoever types', async () => {
    const field = mount(DateField, { props: { modelValue: null as string | null, 'onUpdate:modelValue': (day: string | null) => void field.setProps({ modelValue: day }) }, global })
    const input = field.find('input')
    input.element.value = '2016-11-1'
    await input.trigger('input')
    input.element.value = '2016-11-17'
    await input.trigger('input')
    await flushPromises()
    expect(field.emitted('update:modelValue')).toEqual([['2016-11-01'], ['2016-11-17']])
    expect(input.element.value).toBe('2016-11-17')
  })
  it('completes a day without a year', async () => expect((await type('8-30', 2016)).emitted('update:modelValue')).toEqual([['2016-08-30']]))
})

it('a long name of several parts may go on after its dot and nowhere else', () => {
  const seen = mount(PersonName, { props: { name: '阿卜杜热合曼·图尔荪尼亚孜' } })
  expect(seen.html()).toMatch(/阿卜杜热合曼·<wbr[^>]*>图尔荪尼亚孜/)
  expect(mount(PersonName, { props: { name: '欧阳文山' } }).html()).not.toContain('wbr')
})

describe('a file drop', () => {
  async function drop(name: string, content = 'x') {
    const place = mount(FileDrop, { props: { accept: '.xlsx' }, global })
    const file = new File([content], name)
    await place.find('.drop').trigger('drop', { dataTransfer: { files: [file] } })
    await flushPromises()
    return place
  }
  it('hands on what fits', async () => expect((await drop('名册.xlsx')).emitted('files')).toHaveLength(1))
  it('turns away another format by name', async () => {
    const place = await drop('名册.doc')
    expect(place.emitted('files')).toBeUndefined()
    expect(place.text()).toContain('“名册.doc”的格式不对')
  })
  it('opens the dialog of the system when it is clicked', async () => {
    vi.mocked(openFile).mockResolvedValueOnce({ name: '名册.xlsx', mime: '', bytes: new Uint8Array([1]) })
    const place = mount(FileDrop, { props: { accept: '.xlsx', kind: 'xlsx' }, global })
    await place.find('.drop').trigger('click')
    await flushPromises()
    expect(openFile).toHaveBeenCalledWith('xlsx')
    expect(place.emitted('files')).toHaveLength(1)
  })
  it('turns away an empty file', async () => expect((await drop('名册.xlsx', '')).text()).toContain('空文件'))
})

describe('a ledger', () => {
  interface Unit { id: string; name: string }
  const columns = [{ key: 'name', label: '名称', sortable: true }]
  beforeEach(() => {
    forgetPlaces()
    localStorage.clear()
  })
  function ledger(load: (query: LedgerQuery) => Promise<LedgerPage<Unit>>, over: object = {}) {
    return mount(LedgerTable<Unit>, { props: { id: 'units', columns, load, rowKey: (row: Unit) => row.id, openable: true, ...over }, global })
  }
  const two = (): Promise<LedgerPage<Unit>> => Promise.resolve({ rows: [{ id: 'a', name: '涪城区' }, { id: 'b', name: '游仙区' }], total: 2 })

  it('shows its rows and opens one by key', async () => {
    const table = ledger(two)
    await flushPromises()
    expect(table.text()).toContain('共 2 条')
    await table.find('[data-test=row-b]').trigger('keydown', { key: 'Enter' })
    expect(table.emitted('open')?.[0]).toEqual([{ id: 'b', name: '游仙区' }])
  })
  it('asks for the sort that was clicked, then the other way, then its own', async () => {
    const load = vi.fn((_: LedgerQuery) => two())
    const table = ledger(load)
    await flushPromises()
    for (let i = 0; i < 3; i++) {
      await table.find('[data-test=sort-name]').trigger('click')
      await flushPromises()
    }
    expect(load.mock.calls.slice(1).map(([q]) => [q.sort, q.direction])).toEqual([['name', 'asc'], ['name', 'desc'], [null, 'asc']])
  })
  it('comes back to the page and sort where it was left', async () => {
    const first = ledger(two)
    await flushPromises()
    await first.find('[data-test=sort-name]').trigger('click')
    first.unmount()
    const load = vi.fn((_: LedgerQuery) => two())
    ledger(load)
    await flushPromises()
    expect(load.mock.calls[0]?.[0].sort).toBe('name')
  })
  it('gives back the filters it was left with, and only those', async () => {
    const first = ledger(two, { filters: { words: '涪', day: null } })
    await flushPromises()
    first.unmount()
    expect(recallFilters('units', { words: '', kind: '' })).toEqual({ words: '涪', kind: '' })
  })
  it('goes back to a page that still exists after rows went away', async () => {
    const load = vi.fn((query: LedgerQuery) => Promise.resolve({ rows: query.page === 1 ? [{ id: 'a', name: '涪城区' }] : [], total: 1 }))
    const table = ledger(load)
    await flushPromises()
    const inner = table.vm as unknown as { query: LedgerQuery; reload: () => Promise<void> }
    inner.query.page = 2
    await inner.reload()
    expect(load.mock.calls.at(-1)?.[0].page).toBe(1)
  })
  it('keeps a refusal in view', async () => {
    const table = ledger(() => Promise.reject({ kind: 'Broken', message: '磁盘已满。', hint: null, article: null }))
    await flushPromises()
    expect(table.find('[data-test=refusal]').text()).toContain('磁盘已满。')
  })
  it('says what to do when it is empty', async () => {
    const table = ledger(() => Promise.resolve({ rows: [], total: 0 }), { emptyTitle: '还没有单位', emptyHint: '请先导入' })
    await flushPromises()
    expect(table.text()).toContain('还没有单位')
  })
})
