// Who may ask what. The front desk decides and its list says it (generated into `rights.ts`); here it is looked up for
// whoever sits at the desk, so that no page offers a button whose answer would be a refusal.
import { shallowRef } from 'vue'
import type { CommandName } from '@/api/ask'
import { RIGHTS, ROLES } from '@/api/rights'
import type { Role } from '@/api/Role'

const role = shallowRef<Role | null>(null)

/** Somebody sat down, or nobody is there any more. */
export function sitsAtTheDesk(next: Role | null) {
  role.value = next
}

/** Whether whoever is at the desk may ask this. Nobody may ask anything but what can be asked at the door. */
export function may(command: CommandName): boolean {
  return command.startsWith('door_') || (role.value !== null && RIGHTS[command].who.includes(role.value))
}

/** Why not, and who may; null where it may be asked. */
export function whyNot(command: CommandName): string | null {
  if (may(command)) return null
  const { title, who } = RIGHTS[command]
  const others = who.map((one) => ROLES[one]).join('或')
  return `${role.value ? ROLES[role.value] : '还没有登录，'}不能办理“${title}”，请由${others}办理。`
}
