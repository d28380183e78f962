// What a "no" looks like in the window. The file is not called `refusal.ts`, since the generated `Refusal.ts` beside it
// would be the same file on Windows and macOS.
import type { RefusalKind } from './RefusalKind'
import type { Refusal } from './Refusal'

export type { Refusal, RefusalKind }

const KINDS: readonly RefusalKind[] = ['Refused', 'NotAllowed', 'NotFound', 'Stale', 'Damaged', 'Broken']

export function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null) return false
  const it = value as Partial<Refusal>
  return typeof it.message === 'string' && KINDS.includes(it.kind as RefusalKind)
}

/** Whatever was thrown, as something a person can read. */
export function asRefusal(value: unknown): Refusal {
  if (isRefusal(value)) return value
  // What a machine says is for the log, not for the clerk.
  console.error(value)
  return {
    kind: 'Broken',
    message: '程序内部出错，这一步没有完成。',
    hint: '没有写入任何内容。请重试；若仍出错，请关闭程序重新打开，并告诉系统管理员是在哪一步。',
    article: null,
  }
}

/** A refusal that the window itself finds, before asking. */
export function refuse(message: string, hint: string | null = null, article: string | null = null): Refusal {
  return { kind: 'Refused', message, hint, article }
}
