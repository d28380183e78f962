// Commands whose types are still to come from the front desk's list; each goes when the generated file names it.
export interface DueLine {
  title: string
  article: string | null
  unit: string
  due: string | null
  days_left: number | null
  state: string
  to: string
}
declare module '@/api/commands' {
  interface Commands {
    workbench_today: { request: Record<string, never>; answer: { items: DueLine[] } }
    workbench_counts: { request: Record<string, never>; answer: Record<string, number> }
  }
}
