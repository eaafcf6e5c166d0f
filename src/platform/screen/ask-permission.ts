/** Asks the person for more, at the moment of use: from a screen, in the press's own turn. */
import { browser } from '../browser.ts'
import type { Wanted } from '../permissions.ts'

export function ask(wanted: Wanted): Promise<boolean> {
  return browser.permissions.request(wanted)
}
