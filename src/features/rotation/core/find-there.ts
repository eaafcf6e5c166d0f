/** Which key of the organization the one to be replaced is, as far as an admin key has told. Pure. */
import type { KeyRow } from '../../../protocol/published.ts'
import { matchKeys } from '../../organization/core/match-keys.ts'
import type { Organization } from '../../organization/core/organization.ts'
import type { There } from './replacement.ts'

/** @returns undefined where that is not certain, or where the platform has no such key */
export function findThere(
  old: KeyRow,
  rows: readonly KeyRow[],
  organization: Organization | undefined,
): There | undefined {
  if (!organization || !rows.some(({ id }) => id === organization.admin)) return undefined
  const match = matchKeys(rows, organization.keys).find(({ row, isSure }) => isSure && row.id === old.id)
  const { id, project, account, kind, owner, name } = match?.key ?? {}
  if (id === undefined || project === undefined || (kind === 'service' && account === undefined))
    return undefined
  return {
    admin: organization.admin,
    project,
    key: id,
    ...(account !== undefined && {
      account,
      accountName: owner ?? name ?? account,
      siblings: organization.keys.filter(key => key.account === account).length,
    }),
  }
}
