// A finished file on its way through the bridge: 4 bytes big-endian length of a JSON head, the head, the bytes.

import type { Paper } from './commands'

/** A printed paper, a workbook or an attachment, not yet saved anywhere. */
export type PaperFile = Paper

export function paperFrom(buffer: ArrayBuffer): PaperFile {
  if (buffer.byteLength < 4) throw new Error('文件答复不完整')
  const length = new DataView(buffer).getUint32(0)
  if (buffer.byteLength < 4 + length) throw new Error('文件答复不完整')
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as { name: string; mime: string }
  return { name: head.name, mime: head.mime, bytes: new Uint8Array(buffer, 4 + length) }
}
