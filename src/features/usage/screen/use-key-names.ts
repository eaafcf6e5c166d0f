/** What keys and projects are called at the platform, from the organization as it was read last. */
import { send } from '../../../platform/send.ts'
import { useLoaded } from '../../../ui/pieces/use-loaded.ts'
import { readKept } from '../../organization/core/organization.ts'

const none: ReadonlyMap<string, string> = new Map()

export const useKeyNames = (): ReadonlyMap<string, string> => useLoaded(readNames, '') ?? none

async function readNames(): Promise<ReadonlyMap<string, string>> {
  const kept = await send('screen.readSealed', { name: 'organization' })
  const { keys = [], projects = [] } = (kept.ok && readKept(kept.text)) || {}
  return new Map([...projects, ...keys].map(({ id, name }) => [id, name]))
}
