/**
 * Waits until the check no longer throws. On a busy machine what is waited for may take many times as long as here: a story that hangs is
 * ended soon before its test would be, and says what it was waiting for.
 */
import { vi } from 'vitest'

export const patiently = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 240_000 })
