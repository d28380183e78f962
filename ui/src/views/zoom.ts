// Size of everything in the window, 100–150 %.
import { ref } from 'vue'
import { setZoom } from '@/api/desktop'

export const ZOOMS = [100, 110, 125, 150] as const
export const zoom = ref(kept())

function kept(): number {
  const stored = Number(localStorage.getItem('look.zoom'))
  return (ZOOMS as readonly number[]).includes(stored) ? stored : 100
}
export async function applyZoom(percent: number) {
  zoom.value = percent
  localStorage.setItem('look.zoom', String(percent))
  await setZoom(percent / 100)
}
/** Next larger or smaller size. */
export function zoomBy(steps: number): number {
  const at = Math.max(0, (ZOOMS as readonly number[]).indexOf(zoom.value))
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + steps))] ?? 100
}
