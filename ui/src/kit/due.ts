// The words for a due day; the number itself comes from the rules.

export interface DueWords {
  words: string
  tone: 'red' | 'amber' | 'green'
}

/** Negative is overdue. */
export function dueWords(daysLeft: number | null | undefined): DueWords | null {
  if (daysLeft === null || daysLeft === undefined) return null
  if (daysLeft < 0) return { words: `逾期 ${-daysLeft} 天`, tone: 'red' }
  if (daysLeft === 0) return { words: '今日', tone: 'amber' }
  return { words: `余 ${daysLeft} 天`, tone: daysLeft <= 3 ? 'amber' : 'green' }
}
