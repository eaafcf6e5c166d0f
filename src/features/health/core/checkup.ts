/** What a look over all keys finds, worst first, each with its fix. Pure. */

import { t } from '../../../i18n/t.ts'
import type { KeyRow, VaultStatus } from '../../../protocol/published.ts'
import { adminKeys } from '../../../providers/answers/verdict-text.ts'
import { providers } from '../../../providers/list.ts'
import { environmentsNamed } from '../../keys/core/environments-named.ts'
import { standbysNotReady, standsByFor } from '../../keys/core/standby.ts'
import { presentStatus } from './present-status.ts'

export type Finding = {
  id: string
  weight: 1 | 2 | 3
  title: string
  /** Why it matters. */
  why: string
  /** What fixes it. */
  fix: string
  keys: KeyRow[]
  guide?: string
  link?: string
}

const dayMs = 86_400_000

export function checkUp(vault: VaultStatus, rows: KeyRow[], now: number): Finding[] {
  // A server on this computer gives no key away that anybody could use elsewhere.
  const alive = rows.filter(row => row.verdict?.key !== 'rejected' && !providers[row.provider].local)
  const admins = alive.filter(row => row.kind === 'admin')
  const isHanded = (row: KeyRow) => row.lastCopiedAt !== undefined || (row.usedIn ?? []).length > 0
  const age = (row: KeyRow) => (now - row.createdAt) / dayMs
  const findings: (Finding & { only?: boolean })[] = [
    {
      id: 'rejected',
      weight: 3,
      title: t('Refused keys'),
      why: t('Their provider refuses them. Whatever uses them does not work.'),
      fix: t('Replace them where they are used, then delete them here.'),
      keys: rows.filter(row => presentStatus(row.verdict, row).tone === 'rejected'),
      guide: 'rotate-key',
    },
    {
      id: 'admin',
      weight: 3,
      title: t('Admin keys'),
      why: t('An admin key can make and delete keys, projects and people. Few programs need one.'),
      fix: t('Keep at most one, never in a program. Replace it often, on the provider’s page of admin keys.'),
      // One that only Keyway reads costs with is what Keyway asks for.
      keys: admins.filter(
        row => isHanded(row) || admins.some(other => other !== row && other.provider === row.provider),
      ),
      ...(admins.some(row => row.provider === 'openai') && { link: adminKeys }),
    },
    {
      id: 'legacy',
      weight: 2,
      title: t('User and legacy keys'),
      why: t('They reach every project of their owner and cannot be limited by project.'),
      fix: t('Replace each by a project key.'),
      keys: alive.filter(row => row.provider === 'openai' && (row.kind === 'legacy' || row.kind === 'user')),
      guide: 'project-key',
    },
    {
      id: 'old',
      weight: 2,
      title: t('Older than half a year'),
      why: t('The longer a key lives, the more places have seen it.'),
      fix: t('Replace them one after another; Keyway confirms that each old one is revoked.'),
      keys: alive.filter(row => age(row) > 180),
      guide: 'rotate-key',
    },
    {
      id: 'overdue',
      weight: 3,
      title: t('Past the date you set'),
      why: t('You wanted these replaced by now.'),
      fix: t('Replace them, or set another date.'),
      keys: alive.filter(row => row.rotateBy !== undefined && row.rotateBy < now),
      guide: 'rotate-key',
    },
    {
      id: 'no-expiry',
      weight: 1,
      title: t('No expiry date'),
      why: t('These keys have no expiry date and no date to replace them.'),
      fix: t('Set “Replace by”. Keyway reminds you 14 and 3 days before, and on the day.'),
      keys: alive.filter(row => row.expiresAt === undefined && row.rotateBy === undefined),
    },
    {
      id: 'no-environment',
      weight: 1,
      title: t('No environment'),
      why: t('In a hurry you cannot see whether it may be revoked.'),
      fix: t('Set whether they are for development, staging or production.'),
      keys: alive.filter(row => !row.environment && row.kind !== 'admin'),
    },
    {
      id: 'shared',
      weight: 2,
      title: t('Used in several places'),
      why: t('If it leaks in one, all have to change, and costs cannot be told apart.'),
      fix: t('Give each program its own key.'),
      keys: alive.filter(row => (row.usedIn ?? []).length > 1),
      guide: 'create-key',
    },
    {
      id: 'environments',
      weight: 2,
      title: t('One key for several environments'),
      why: t('A test can spend production’s money, and replacing the key stops all of them.'),
      fix: t('Create a key for each environment, in a project of its own.'),
      keys: alive.filter(row => environmentsNamed(row).length > 1),
      guide: 'project-key',
    },
    {
      id: 'copied',
      weight: 2,
      title: t('Copied often or freely'),
      why: t('Every copy is one more place where it may lie around.'),
      fix: t('Use “Add to a project”: it needs no clipboard.'),
      keys: alive.filter(row => (row.copies ?? 0) > 3 || row.copyFreely),
    },
    {
      id: 'unused',
      weight: 1,
      title: t('Never handed to a program'),
      why: t('A key that nothing uses is a risk without a use.'),
      fix: t('Revoke it, or note where it is used.'),
      keys: alive.filter(
        row => age(row) > 30 && row.kind !== 'admin' && !isHanded(row) && !standsByFor(row, rows),
      ),
      guide: 'revoke-key',
    },
    {
      id: 'standby',
      weight: 2,
      title: t('Standby keys that are not ready'),
      why: t('The day the other key fails, these could not take its place.'),
      fix: t('Test each. If it does not work, create a new one.'),
      keys: standbysNotReady(rows),
    },
    {
      id: 'limit',
      weight: 2,
      title: t('Is spending capped?'),
      ...(admins.some(row => row.provider === 'openai')
        ? {
            why: t('A monthly budget alone stops nothing.'),
            fix: t('Read your limits on the Cost page, and set a hard limit there.'),
            link: '#usage',
          }
        : {
            why: t('A monthly budget alone stops nothing, and Keyway cannot read your limits page.'),
            fix: t('Switch on “Enforce a hard limit”.'),
            guide: 'limit-spending',
          }),
      keys: [],
      only: alive.some(row => row.provider === 'openai'),
    },
    {
      id: 'backup',
      weight: 2,
      title: t('No recent backup'),
      why: t('If this computer is lost, so are the keys in it.'),
      fix: t('Make a backup file and keep it elsewhere.'),
      keys: [],
      only: rows.length > 0 && (vault.lastBackupAt === undefined || now - vault.lastBackupAt > 90 * dayMs),
      link: '#backup',
    },
    {
      id: 'recovery',
      weight: 2,
      title: t('No recovery code'),
      why: t('If you forget the passphrase, the vault stays closed for good.'),
      fix: t('Make one and write it down.'),
      keys: [],
      only: vault.slots !== undefined && !vault.slots.some(slot => slot.kind === 'recovery'),
      link: '#security',
    },
  ]
  return findings
    .filter(finding => finding.only ?? finding.keys.length > 0)
    .map(({ only: _, ...finding }) => withoutGuide(finding))
    .sort((a, b) => b.weight - a.weight)
}

/** Guides walk OpenAI's project pages: no other provider's key is replaced there, and admin keys have a page of their own. */
function withoutGuide({ guide, ...finding }: Finding): Finding {
  const { keys } = finding
  if (guide === undefined || keys.length === 0 || keys.some(hasGuide))
    return guide ? { ...finding, guide } : finding
  return keys.some(row => row.provider === 'openai') ? { ...finding, link: adminKeys } : finding
}

/** Guides walk OpenAI's pages of a project's keys. */
export const hasGuide = (row: KeyRow): boolean => row.provider === 'openai' && row.kind !== 'admin'
