/** Locked since the browser began: what was sealed for this time is checked. */
import type { VaultPorts } from './ports.ts'
import type { VaultService } from './service.ts'
import { setWatching } from './vault-status.ts'

/** Waits for the organization's policy, which may forbid it. @returns whether keys are watched by it now */
export async function resumeWatching(
  { watchList, status, publish }: VaultService,
  { local, policy }: VaultPorts,
): Promise<boolean> {
  await policy.read()
  if (!(await watchList.resume(async () => (await status()) !== 'unlocked'))) return false
  await setWatching(local, undefined)
  await publish()
  return true
}
