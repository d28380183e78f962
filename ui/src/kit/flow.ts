// The line of stages as the front desk tells it.
import type { StageDot } from '@/api/StageDot'
import type { FlowStep } from './StepLine.vue'

/** Under each stage when and by whom, or what `ahead` says of one to come. */
export function flowOf(stages: readonly StageDot[], ahead: Record<string, string> = {}): FlowStep[] {
  return stages.map((stage) => ({
    label: stage.label,
    note: [stage.when?.slice(5, 10), stage.who].filter(Boolean).join(' ') || (ahead[stage.key] ?? null),
    state: stage.state === 'done' || stage.state === 'current' ? stage.state : 'todo',
  }))
}
