// Who is at the desk, and the lock. The front desk decides; this store only holds what it said.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { ask, onAnswer, type Answer } from '@/api/ask'
import { asRefusal, isRefusal, type Refusal } from '@/api/refusals'
import { today as programToday } from '@/kit/dates'
import { draftsBelongTo, forgetDrafts } from '@/kit/drafts'
import { forgetPlaces } from '@/kit/ledger'
import { sitsAtTheDesk } from '@/kit/may'

export type DoorState = Answer<'door_state'>

export const useDoor = defineStore('door', () => {
  const state = ref<DoorState | null>(null)
  const refusal = ref<Refusal | null>(null)
  const who = computed(() => state.value?.who ?? null)
  const today = computed(() => state.value?.today ?? '')

  async function refresh() {
    try {
      state.value = await ask('door_state', {})
      refusal.value = null
      programToday.value = state.value.today
      sitsAtTheDesk(state.value.who?.role ?? null)
      if (who.value && state.value.state === 'open') draftsBelongTo(who.value.login)
    } catch (thrown) {
      refusal.value = asRefusal(thrown)
    }
  }
  async function enter(login: string, password: string) {
    await ask('door_enter', { login, password })
    await refresh()
  }
  async function lock() {
    // The page goes first: even if the front desk should fail, nothing stays to be read.
    if (state.value) state.value = { ...state.value, state: 'locked' }
    await ask('door_lock', {}).catch(() => undefined)
    await refresh()
  }
  async function leave() {
    await ask('door_leave', {})
    forgetDrafts()
    forgetPlaces()
    await refresh()
  }

  onAnswer((name, failed) => {
    // A login that ended at the front desk (idle, closed elsewhere) shows itself as this refusal.
    if (!name.startsWith('door_') && isRefusal(failed) && failed.kind === 'NotAllowed') void refresh()
  })
  return { state, refusal, who, today, refresh, enter, lock, leave }
})
