// What a room gives to the shell: its entries in the navigation and its pages.
import type { RouteRecordRaw } from 'vue-router'

export interface NavEntry {
  /** Also the key of its count of what is overdue. */
  key: string
  label: string
  to: string
  /** Where it stands, in steps of ten; a rule is drawn where the tens digit of hundreds changes. */
  order: number
}

export interface Room {
  nav: NavEntry[]
  routes: RouteRecordRaw[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Which entry of the navigation is lit. */
    nav?: string
    /** Chapter of the manual that F1 opens. */
    manual?: string
    title?: string
  }
}
