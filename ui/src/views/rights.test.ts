// Every page asks first whether whoever is at the desk may: no button leads to a refusal that the list could have foretold.
import { describe, expect, it } from 'vitest'
import type { CommandName } from '@/api/ask'
import { RIGHTS, ROLES } from '@/api/rights'
import type { Role } from '@/api/Role'
import { may, sitsAtTheDesk, whyNot } from '@/kit/may'

const everyone = Object.keys(ROLES) as Role[]
const open = (name: CommandName) => everyone.every((role) => RIGHTS[name].who.includes(role))
const pages = import.meta.glob<string>(['../rooms/*/*.vue', './settings/*.vue'], { eager: true, query: '?raw', import: 'default' })

/** Pages by their folder, all words in one. */
function folders(): Map<string, string> {
  const found = new Map<string, string>()
  for (const [path, text] of Object.entries(pages)) {
    const folder = path.split('/').slice(0, -1).join('/')
    found.set(folder, (found.get(folder) ?? '') + text)
  }
  return found
}
const asked = (text: string) => [...new Set([...text.matchAll(/\bask\('([a-z_]+)'/g)].map((hit) => hit[1] as CommandName))]
/** Named at a button, a step, a tab, or in a question to `may`; steps of a record name theirs by a pattern. */
function guarded(text: string, name: CommandName): boolean {
  const marks = [`command="${name}"`, `command: '${name}'`, `may('${name}')`, `whyNot('${name}')`]
  const patterns = [...text.matchAll(/commandOf = .*?`([a-z_]+)\$\{/g)].map((hit) => hit[1] ?? '-')
  return marks.some((mark) => text.includes(mark)) || patterns.some((stem) => name.startsWith(stem))
}
/** Asked only in a dialog that a guarded button opens. */
const WITHIN: Partial<Record<CommandName, CommandName>> = {
  meeting_leave_record: 'meeting_attendance_record',
  registry_import_preview: 'registry_import_apply',
  task_import_preview: 'task_import_apply',
  task_uncite: 'task_cite',
  matter_uncite: 'matter_cite',
  meeting_minutes_redraft: 'meeting_minutes_save',
  system_calendar_unset: 'system_calendar_set',
  system_audit_row: 'system_audit',
  system_audit_verify: 'system_audit',
}

describe('rights', () => {
  it('are what the front desk says, for nobody more', () => {
    sitsAtTheDesk('auditor')
    expect([may('meeting_list'), may('meeting_plan'), may('system_audit')]).toEqual([true, false, true])
    expect(whyNot('meeting_list')).toBeNull()
    sitsAtTheDesk(null)
    expect([may('door_state'), may('meeting_list')]).toEqual([true, false])
  })
  it('are looked up in every folder of pages that asks something which not everybody may', () => {
    const forgotten: string[] = []
    for (const [folder, text] of folders()) {
      for (const name of asked(text).filter((one) => !open(one))) {
        if (!guarded(text, name) && !guarded(text, WITHIN[name] ?? name)) forgotten.push(`${folder} asks ${name}`)
      }
    }
    expect(forgotten).toEqual([])
  })
})
