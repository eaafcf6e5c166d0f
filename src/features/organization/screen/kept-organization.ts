/** The organization as it was read last, for pages that only look something up there. */
import { send } from '../../../platform/send.ts'
import { type Organization, readKept } from '../core/organization.ts'

/** Undefined: it was never read, or the vault refuses. */
export async function readKeptOrganization(): Promise<Organization | undefined> {
  const kept = await send('screen.readSealed', { name: 'organization' })
  return kept.ok ? readKept(kept.text) : undefined
}
