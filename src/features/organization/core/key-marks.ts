/** What is remarkable about a key of the organization, and only what was really read. Pure. */
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import type { Limit } from '../../usage/core/admin-limits.ts'
import { isWhole, type Organization, type OrganizationKey } from './organization.ts'

export const marks = ['new', 'old', 'ownerGone', 'noLimit', 'unused', 'noExpiry', 'unheld'] as const
export type Mark = (typeof marks)[number]

export const markWords: Record<Mark, string> = {
  new: t('New since you last looked'),
  old: t('Not read this time'),
  ownerGone: t('Owner gone'),
  noLimit: t('Spends without a limit'),
  unused: t('Unused for 90 days'),
  noExpiry: t('No expiry date'),
  unheld: t('Not in this vault'),
}

/** True of most keys in most organizations: it stands behind what is not. */
export const isMinor = (mark: Mark): boolean => mark === 'noExpiry' || mark === 'unheld'

const days90 = 90 * 86_400_000

/**
 * @param held the row of the vault that holds this key; null: none does; undefined: one may
 * @param now ms since the epoch, by the platform's clock
 */
export function marksOf(
  key: OrganizationKey,
  organization: Organization,
  held: KeyRow | null | undefined,
  now: number,
): Mark[] {
  const has: Record<Mark, boolean> = {
    new: key.seenAt > organization.seenUntil,
    old: key.isOld === true,
    ownerGone: key.isOwnerGone === true,
    noLimit: spendsWithoutLimit(key, organization),
    unused: isUnused(key, organization, held, now),
    noExpiry: key.expiresAt === null,
    unheld: held === null,
  }
  return marks.filter(mark => has[mark])
}

/** Neither its project's limit nor the organization's refuses calls; said only where both were read. */
function spendsWithoutLimit({ id, project }: OrganizationKey, { uses, limits }: Organization): boolean {
  if (project === undefined || (uses[id]?.dollars ?? 0) <= 0) return false
  const isOpen = (limit: Limit | null | undefined) => limit === null || limit?.enforcing === false
  return isOpen(limits[project]) && isOpen(limits[''])
}

function isUnused(
  key: OrganizationKey,
  organization: Organization,
  held: KeyRow | null | undefined,
  now: number,
): boolean {
  const isPast = (time: number) => time < now - days90
  // The two do not come at the same time: what a model answered was used, whatever “last used” says.
  if (organization.uses[key.id]?.lastCall !== undefined) return false
  if (key.createdAt === undefined || !isPast(key.createdAt) || key.lastUsedAt === undefined) return false
  if (key.lastUsedAt === null || isPast(key.lastUsedAt)) return true
  // Keyway's own checks count as use: of a key that is checked only calls of models tell.
  return mayBeOwnCheck(held) && isWhole(organization, 'calls')
}

/** The “last used” of this key may come from a check by this vault. */
export const mayBeOwnCheck = (held: KeyRow | null | undefined): boolean => held?.verdict !== undefined
