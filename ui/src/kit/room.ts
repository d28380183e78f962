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

/** Something found by the search in the top bar. */
export interface Hit {
  /** What kind of thing, in Chinese. */
  kind: string
  label: string
  note?: string | null
  to: string
}

/** A page that a room gives to a place of the navigation which several rooms share. */
export interface PlaceTab {
  /** Key of the place's entry. */
  nav: string
  label: string
  to: string
  order: number
}

export interface Room {
  nav: NavEntry[]
  tabs?: PlaceTab[]
  routes: RouteRecordRaw[]
  /** Finds the room's own records for the search in the top bar; few and best first. */
  find?: (words: string) => Promise<Hit[]>
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
