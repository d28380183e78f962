// Tabs of a place in the navigation to which several rooms give pages: each room names its own, the shell lays them side
// by side. A room that is not built leaves no dead tab.
import { shallowRef } from 'vue'
import type { PlaceTab } from './room'

const tabs = shallowRef<PlaceTab[]>([])

/** Called once by the shell with what all rooms named. */
export function layTabs(all: readonly PlaceTab[]) {
  tabs.value = [...all].sort((a, b) => a.order - b.order)
}

export function tabsOf(nav: string): PlaceTab[] {
  return tabs.value.filter((tab) => tab.nav === nav)
}
