// The one way from the window to the front desk: a name, a request, an answer or a refusal.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Commands } from './commands'
import { paperFrom } from './frame'
import { asRefusal } from './refusals'

export type CommandName = keyof Commands
export type Request<K extends CommandName> = Commands[K]['request']
export type Answer<K extends CommandName> = Commands[K]['answer']

/** How far a long command is; `words` says what is being done. */
export interface Step {
  done: number
  total: number
  words: string
}

export interface AskOptions {
  onProgress?: (step: Step) => void
  /** Aborting asks the front desk to stop; the answer is then a refusal and nothing is written. */
  signal?: AbortSignal
}

let counter = 0
const afterwards = new Set<(name: CommandName, failed: unknown) => void>()

/** Calls `watcher` after every question, with what was thrown, if anything (the door looks for a lost login here). */
export function onAnswer(watcher: (name: CommandName, failed: unknown) => void): () => void {
  afterwards.add(watcher)
  return () => afterwards.delete(watcher)
}

export async function ask<K extends CommandName>(name: K, request: Request<K>, options: AskOptions = {}): Promise<Answer<K>> {
  const askId = `${Date.now().toString(36)}-${++counter}`
  const quiet = options.onProgress ? await follow(askId, options.onProgress) : () => {}
  const stop = () => void invoke('stop', { askId })
  options.signal?.addEventListener('abort', stop)
  let failed: unknown = null
  try {
    const answer = await invoke<unknown>('ask', { name, request, askId })
    return (answer instanceof ArrayBuffer ? paperFrom(answer) : answer) as Answer<K>
  } catch (thrown) {
    failed = asRefusal(thrown)
    throw failed
  } finally {
    quiet()
    options.signal?.removeEventListener('abort', stop)
    for (const watcher of afterwards) watcher(name, failed)
  }
}

function follow(askId: string, tell: (step: Step) => void): Promise<() => void> {
  return listen<Step & { ask_id: string }>('progress', ({ payload }) => {
    if (payload.ask_id === askId) tell(payload)
  })
}
