import { beforeEach, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { draftKept, draftsBelongTo, forgetDrafts, useDraft } from './drafts'

beforeEach(forgetDrafts)

it('input that differs from what is saved is given back on the next opening', async () => {
  const first = ref({ title: '旧' })
  useDraft(() => 'minutes/1', first).saved()
  first.value.title = '新'
  await nextTick()

  const again = ref({ title: '旧' })
  const draft = useDraft(() => 'minutes/1', again)
  draft.saved()
  expect(again.value.title).toBe('新')
  expect(draft.restored.value).toBe(true)
  expect(draft.changed.value).toBe(true)
})
it('saving ends the draft', () => {
  const model = ref({ title: '旧' })
  const draft = useDraft(() => 'k', model)
  draft.saved()
  model.value.title = '新'
  draft.saved()
  expect(draftKept('k')).toBe(false)
  expect(draft.changed.value).toBe(false)
})
it('typing the saved words again leaves no draft', () => {
  const model = ref({ title: '旧' })
  const draft = useDraft(() => 'k', model)
  draft.saved()
  model.value.title = '新'
  model.value.title = '旧'
  expect(draft.changed.value).toBe(false)
  expect(draftKept('k')).toBe(false)
})
it('discarding brings the saved words back', () => {
  const model = ref({ title: '旧' })
  const draft = useDraft(() => 'k', model)
  draft.saved()
  model.value.title = '新'
  draft.discard()
  expect(model.value.title).toBe('旧')
})
it('another person never sees a draft that is not theirs', () => {
  draftsBelongTo('lixy')
  const model = ref({ title: '旧' })
  useDraft(() => 'k', model).saved()
  model.value.title = '新'
  draftsBelongTo('lixy')
  expect(draftKept('k')).toBe(true)
  draftsBelongTo('wanglx')
  expect(draftKept('k')).toBe(false)
})
it('a dialog that is opened again gives back what was typed the first time', () => {
  const model = ref({ title: '' })
  const draft = useDraft(() => 'dialog', model)
  draft.begin({ title: '' })
  model.value.title = '没写完'
  draft.begin({ title: '' })
  expect(model.value.title).toBe('没写完')
  expect(draft.restored.value).toBe(true)
  draft.saved()
  draft.begin({ title: '' })
  expect(model.value.title).toBe('')
  expect(draft.restored.value).toBe(false)
})
it('the draft of one record never lands in another', () => {
  let id = 'a'
  const model = ref({ title: '' })
  const draft = useDraft(() => id, model)
  draft.begin({ title: '甲' })
  model.value.title = '甲改'
  id = 'b'
  draft.begin({ title: '乙' })
  expect(model.value.title).toBe('乙')
  id = 'a'
  draft.begin({ title: '甲' })
  expect(model.value.title).toBe('甲改')
})
