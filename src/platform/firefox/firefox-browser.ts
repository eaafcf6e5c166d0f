/**
 * The one door to the browser's extension API, in Firefox. `storage.local` is open to content scripts there and cannot be closed, so the
 * local area lies in the extension's own database, which no content script can open.
 */
import real from 'webextension-polyfill'
import { createLocalArea } from './local-area.ts'

const local = createLocalArea()

export const browser = { ...real, storage: { ...real.storage, local } } as unknown as typeof real
export const localArea = local
