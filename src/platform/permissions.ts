/** What the person has granted. Asking for more: screen/ask-permission.ts. */
import { browser } from './browser.ts'

export type Wanted = { permissions?: 'clipboardRead'[]; origins?: string[] }

export function granted(wanted: Wanted): Promise<boolean> {
  return browser.permissions.contains(wanted)
}
