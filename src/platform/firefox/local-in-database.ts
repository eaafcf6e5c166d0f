/** Storage in Firefox: the local area is the extension's own database, closed to pages from the start. */
import type { Store } from '../../vault/record.ts'
import { getManaged as getManagedOf } from '../storage.ts'
import { localArea } from './firefox-browser.ts'

export * from '../storage.ts'

/** Nothing of Keyway's lies where a content script could look. */
export async function closeStorageToPages(): Promise<void> {}

export const localStore: Store = {
  get: keys => localArea.get(keys),
  set: items => localArea.set(items),
  remove: keys => localArea.remove(keys),
  names: () => localArea.getKeys(),
}

/** Firefox throws where no organization has set anything. */
export function getManaged(): Promise<Record<string, unknown>> {
  return getManagedOf().catch(() => ({}))
}
