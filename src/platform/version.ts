/** Which Keyway this is. */
import { browser } from './browser.ts'

export const version = (): string => browser.runtime.getManifest().version
