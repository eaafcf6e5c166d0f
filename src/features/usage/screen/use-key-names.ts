/** What keys and projects are called at the platform, from the organization as it was read last. */
import { useLoaded } from '../../../ui/pieces/use-loaded.ts'
import { readKeptOrganization } from '../../organization/screen/kept-organization.ts'

const none: ReadonlyMap<string, string> = new Map()

export const useKeyNames = (): ReadonlyMap<string, string> => useLoaded(readNames, '') ?? none

async function readNames(): Promise<ReadonlyMap<string, string>> {
  const { keys = [], projects = [] } = (await readKeptOrganization()) ?? {}
  return new Map([...projects, ...keys].map(({ id, name }) => [id, name]))
}
