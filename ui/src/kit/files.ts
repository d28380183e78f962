// Files that a person brings in.

/** Content as base64, in pieces small enough for the call stack. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}

/** Files as the front desk takes them. */
export function uploadsOf(files: readonly { name: string; bytes: Uint8Array }[]): { name: string; data: string }[] {
  return files.map(({ name, bytes }) => ({ name, data: toBase64(bytes) }))
}

/** `1.4 MB` in the units a person knows. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Whether a name ends as one of `.xlsx,.xls`. */
export function accepts(name: string, accept: string): boolean {
  const endings = accept.split(',').map((e) => e.trim().toLowerCase()).filter(Boolean)
  return endings.length === 0 || endings.some((e) => name.toLowerCase().endsWith(e))
}

/** A scan of one or several pages as the front desk takes it. */
export function scanOf(files: readonly { name: string; bytes: Uint8Array }[]): { scan: { name: string; data: string } | null; pages: { name: string; data: string }[] } {
  const [scan, ...pages] = uploadsOf(files)
  return { scan: scan ?? null, pages }
}
