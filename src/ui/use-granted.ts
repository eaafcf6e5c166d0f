/**
 * Which hosts the browser lets Keyway contact, as React sees it: read before the first paint, so that a key's status has its right word
 * from the start, then followed. Until it was read nothing counts as missing.
 */
import { covers, grantedNow } from '../platform/screen/granted-origins.ts'
import { whenGrantsChange } from '../platform/screen/watch-items.ts'
import { outside } from './pieces/outside.ts'

let patterns: readonly string[] | undefined
let permissions: readonly string[] = []
const grants = outside()

/** Call before the first render. */
export async function followGranted(): Promise<void> {
  const read = async () => {
    const now = await grantedNow()
    patterns = now.origins
    permissions = now.permissions
    grants.tell()
  }
  whenGrantsChange(() => void read())
  await read()
}

/** @returns the match patterns that were granted; undefined while nothing is known */
export const useGranted = (): readonly string[] | undefined => grants.use(() => patterns)

/** Whether the browser granted a permission that is asked for in use, as `clipboardRead`. */
export const useHasPermission = (name: string): boolean => grants.use(() => permissions.includes(name))

/** @param origin as a match pattern of one host; null is contacted nowhere */
export const isMissing = (origin: string | null, granted: readonly string[] | undefined): boolean =>
  origin !== null && granted !== undefined && !granted.some(pattern => covers(pattern, origin))
