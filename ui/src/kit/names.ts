// Names of recipients and readers as people type them, and as paper writes them.

/** Names typed in one line or several, parted by 、，； or a line feed; each once, in their order. */
export function namesIn(typed: string): string[] {
  const names = typed.split(/[、，,；;\n]/).map((name) => name.trim()).filter(Boolean)
  return [...new Set(names)]
}

export function namesOut(names: readonly string[]): string {
  return names.join('、')
}
