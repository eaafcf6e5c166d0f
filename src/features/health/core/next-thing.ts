/** The one thing that helps most now: a broken key before a date, a date before a habit. Pure. */
import { plural, t } from '../../../i18n/t.ts'
import { ago, day } from '../../../i18n/time.ts'
import type { KeyRow, VaultStatus } from '../../../protocol/published.ts'
import { dueDates } from '../../keys/core/due-dates.ts'
import { type Blocked, isBroken, tallyOf } from '../../keys/core/status-group.ts'
import { checkUp } from './checkup.ts'

export type NextThing = {
  title: string
  why?: string
  /** Where it is done: an address within the dashboard. */
  action: { name: string; href: string }
}

/** Days from which a date is nearer than everything but a broken key. */
const soon = 14

/** @returns null when nothing waits for the person */
export function nextThing(
  vault: VaultStatus,
  rows: KeyRow[],
  blocked: Blocked,
  now: number,
): NextThing | null {
  const tally = tallyOf(rows, blocked)
  const broken = tally.filter(isBroken)
  const [worst] = broken
  if (worst)
    return {
      title: plural(
        { one: 'One key needs you', other: '{count} keys need you' },
        broken.reduce((sum, group) => sum + group.count, 0),
      ),
      // The tally below counts them too: what they are is said where they are not all alike.
      ...(broken.length > 1 && { why: broken.map(({ count, name }) => `${name}: ${count}`).join(' · ') }),
      action:
        broken.length > 1
          ? { name: t('Show “{status}”', { status: worst.name }), href: `#keys?status=${worst.id}` }
          : { name: t('Show'), href: `#keys?status=${worst.id}` },
    }
  const waiting = tally.find(({ id }) => id === 'permission')
  if (waiting)
    return {
      title: plural({ one: 'One key is not checked', other: '{count} keys are not checked' }, waiting.count),
      why: t('Your browser needs your permission before Keyway may contact their providers.'),
      action: { name: t('Allow checks'), href: '#keys?status=permission' },
    }
  const [due] = dueDates(rows, now, soon)
  if (due?.what === 'model')
    return {
      title: t('A model that “{label}” uses goes', { label: due.row.label }),
      why: t('{models} will be shut down {when}. Change the program before that.', {
        models: due.models?.join(', ') ?? '',
        when: ago(due.at, now),
      }),
      action: { name: t('Open the key'), href: `#keys/${due.row.id}` },
    }
  if (due)
    return {
      title:
        due.what === 'replace'
          ? t('Replace “{label}”', { label: due.row.label })
          : due.at < now
            ? t('“{label}” has expired', { label: due.row.label })
            : t('“{label}” expires soon', { label: due.row.label }),
      why:
        due.what === 'replace'
          ? due.at < now
            ? t('It was to be replaced {when}.', { when: ago(due.at, now) })
            : t('Replace it by {date}.', { date: day(due.at) })
          : t('Its expiry date is {when}.', { when: ago(due.at, now) }),
      action: { name: t('Open the key'), href: `#keys/${due.row.id}` },
    }
  const [unused] = rows.length === 1 ? rows : []
  if (unused && unused.lastCopiedAt === undefined && !unused.usedIn?.length && unused.kind !== 'admin')
    return {
      title: t('Use your key'),
      why: t('Nothing uses “{label}” yet. See its first answer here.', { label: unused.label }),
      action: { name: t('Try it'), href: `#keys/${unused.id}/call` },
    }
  const [finding] = checkUp(vault, rows, now)
  if (!finding) return null
  return {
    title: finding.title,
    why: finding.why,
    action: finding.link?.startsWith('#')
      ? { name: t('Do it now'), href: finding.link }
      : { name: t('Open the check-up'), href: '#checkup' },
  }
}
