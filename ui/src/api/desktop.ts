// What only the desktop can do: dialogs, the system's viewer, printing. Files travel framed, as in frame.ts.
import { invoke } from '@tauri-apps/api/core'
import type { PaperFile } from './frame'
import { paperFrom } from './frame'
import { asRefusal } from './refusals'

/** What an open dialog asks for. */
export type FileKind = 'xlsx' | 'pdf' | 'image' | 'text' | 'any'

/** Asks where to save and saves whole or not at all; the path, or null where the person changed their mind. */
export function savePaper(paper: PaperFile): Promise<string | null> {
  return call<string | null>('desktop_save', framed(paper))
}

/** Asks for a file and reads it; null where the person changed their mind. */
export async function openFile(kind: FileKind): Promise<PaperFile | null> {
  const piece = await call<ArrayBuffer>('desktop_open', { kind })
  return piece.byteLength === 0 ? null : paperFrom(piece)
}

/** Opens the paper in the system's viewer. */
export async function viewPaper(paper: PaperFile): Promise<void> {
  await call('desktop_view', framed(paper))
}

/** Opens the paper in the system's viewer, whose print dialog knows the printers. */
export async function printPaper(paper: PaperFile): Promise<void> {
  await call('desktop_print', framed(paper))
}

/** Shows a file that `savePaper` saved in its folder. */
export async function revealFile(path: string): Promise<void> {
  await call('desktop_reveal', { path })
}

/** 1 is natural size. */
export async function setZoom(factor: number): Promise<void> {
  await call('desktop_zoom', { factor })
}

/** 4 bytes big-endian length of a JSON head, the head, the bytes; `paperFrom` reads the same. */
export function framed(paper: PaperFile): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ name: paper.name, mime: paper.mime }))
  const piece = new Uint8Array(4 + head.length + paper.bytes.length)
  new DataView(piece.buffer).setUint32(0, head.length)
  piece.set(head, 4)
  piece.set(paper.bytes, 4 + head.length)
  return piece
}

async function call<T>(name: string, args: Uint8Array | Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(name, args)
  } catch (thrown) {
    throw asRefusal(thrown)
  }
}
