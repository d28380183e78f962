// The form of a step as the front desk asks for it: its values, and whether all that it needs is there.
import { countOf, type Choice } from './lib'
import type { DocumentStepKey } from '@/api/DocumentStepKey'
import type { HandlerRole } from '@/api/HandlerRole'
import type { PaperFile } from '@/api/frame'
import type { Station } from '@/api/Station'

/** A host or helper as laid down in the form. */
export interface Laid {
  role: HandlerRole
  unit: string | null
  name: string
  person: string
}

export interface StepForm {
  on: string | null
  person: string | null
  signer: string | null
  signer_name: string
  back: Station | null
  due_on: string | null
  letter: string
  handlers: Laid[]
  copies: string
  words: string
  basis: string
  scans: PaperFile[]
}

export function blankStep(today: string | null, more: Partial<StepForm> = {}): StepForm {
  return { on: today, person: null, signer: null, signer_name: '', back: null, due_on: null, letter: '', handlers: [], copies: '', words: '', basis: '', scans: [], ...more }
}

/** Whether a field holds something. Words of the document are written on its page and always there. */
function holds(form: StepForm, key: DocumentStepKey): boolean {
  switch (key) {
    case 'scan': return form.scans.length > 0
    case 'handlers': return form.handlers.length > 0
    case 'copies': return countOf(form.copies) !== null
    case 'text': return true
    default: return (form[key] ?? '').trim() !== ''
  }
}

/** What is missing before the step can be taken, by the names of the form. */
export function missing(choice: Choice, form: StepForm): string[] {
  const lacks = choice.fields.filter((field) => field.needed && !holds(form, field.key)).map((field) => field.label)
  const proved = !choice.proof || holds(form, 'scan') || holds(form, 'basis')
  return proved ? lacks : [...lacks, '扫描件或存放处']
}
