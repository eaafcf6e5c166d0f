/** What the person has granted, and asking for more at the moment of use (from a screen, in the press's own turn). */
import { browser } from './browser.ts'

type Wanted = { permissions?: 'clipboardRead'[]; origins?: string[] }

export function granted(wanted: Wanted): Promise<boolean> {
  return browser.permissions.contains(wanted)
}

export function ask(wanted: Wanted): Promise<boolean> {
  return browser.permissions.request(wanted)
}
