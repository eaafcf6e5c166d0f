/** The journey's eleven parts, each judged from what Keyway itself can see. Pure: what cannot be seen says so, and why. */

import { plural, t } from '../../../i18n/t.ts'
import { day } from '../../../i18n/time.ts'
import type { KeyRow, VaultStatus } from '../../../protocol/published.ts'
import { defaultSettings } from '../../../protocol/storage-keys.ts'
import { everyMinutes } from '../../health/core/schedule.ts'

export type JourneyPart = {
  id: string
  title: string
  state: 'done' | 'todo' | 'unseen'
  /** What is seen, or why it cannot be. */
  seen: string
  guide?: string
}

/** What session storage does not tell: which guides reached their end, and how often keys are checked. */
export type Beside = { guidesDone?: Record<string, number>; checkEveryMinutes?: number }

export function journey(
  vault: VaultStatus | undefined,
  rows: KeyRow[] | undefined,
  { guidesDone = {}, checkEveryMinutes = defaultSettings.checkEveryMinutes }: Beside = {},
): JourneyPart[] {
  /** A part that only a guide can tell of: done with it, or not to be seen, and why. */
  const byGuide = (guide: string, why: string): Pick<JourneyPart, 'state' | 'seen' | 'guide'> => {
    const at = guidesDone[guide]
    return at === undefined
      ? { state: 'unseen', seen: why, guide }
      : { state: 'done', seen: t('Done with Keyway on {date}.', { date: day(at) }), guide }
  }
  const locked = vault?.status === 'locked'
  const keys = rows ?? []
  const openai = keys.filter(row => row.provider === 'openai')
  const accepted = keys.filter(row => row.verdict?.key === 'accepted')
  const paid = openai.filter(row => row.verdict?.use === 'ready' || row.verdict?.cause === 'rate_limited')
  const broke = openai.filter(
    row => row.verdict?.cause === 'no_credit' || row.verdict?.cause === 'billing_inactive',
  )
  const used = keys.filter(row => row.lastCopiedAt !== undefined || (row.usedIn ?? []).length > 0)
  const tested = keys.filter(row => row.verdict !== undefined)
  const known = (ids: KeyRow[]) => (locked ? 'unseen' : ids.length > 0 ? 'done' : 'todo')
  const closed = t('Unlock the vault to see.')

  return [
    {
      id: 'need',
      title: t('Do you need a key?'),
      state: keys.length > 0 || locked || guidesDone['need-a-key'] !== undefined ? 'done' : 'todo',
      seen:
        keys.length > 0
          ? t('You have one.')
          : locked
            ? t('You have a vault for it.')
            : t('A ChatGPT plan, a local model, or access without a key may be enough.'),
      guide: 'need-a-key',
    },
    {
      id: 'account',
      title: t('OpenAI account'),
      state: openai.length > 0 ? 'done' : 'unseen',
      seen:
        openai.length > 0
          ? t('You have a key, so you have an account.')
          : t('Only OpenAI knows until there is a key.'),
      guide: 'create-account',
    },
    {
      id: 'secured',
      title: t('Account secured'),
      ...byGuide('secure-account', t('Only your account’s settings show whether a second factor is on.')),
    },
    {
      id: 'policies',
      title: t('Policies read'),
      ...byGuide(
        'read-policy',
        t('Keyway cannot see whether you read them. They say what can cost you a key.'),
      ),
    },
    {
      id: 'billing',
      title: t('Money to spend'),
      state: paid.length > 0 ? 'done' : broke.length > 0 ? 'todo' : 'unseen',
      seen:
        paid.length > 0
          ? t('Your key can spend.')
          : broke.length > 0
            ? t('A key is refused for lack of credit.')
            : t('Shown once a key was tested. ChatGPT Plus is not API credit.'),
      guide: 'set-up-billing',
    },
    {
      id: 'limit',
      title: t('Spending limit'),
      ...byGuide('limit-spending', t('Only the limits page shows it. A budget alone is not a cap.')),
    },
    {
      id: 'key',
      title: t('A key'),
      state: known(keys),
      seen: locked
        ? closed
        : keys.length === 0
          ? t('None in the vault yet.')
          : plural({ one: 'One key', other: '{count} keys' }, keys.length),
      guide: 'create-key',
    },
    {
      id: 'stored',
      title: t('Stored safely'),
      state: vault === undefined || vault.status === 'none' ? 'todo' : known(keys),
      seen:
        vault === undefined || vault.status === 'none'
          ? t('Make the vault first: a key is shown only once.')
          : locked
            ? closed
            : keys.length === 0
              ? t('The vault is ready.')
              : vault.lastBackupAt === undefined
                ? t('Encrypted here. No backup yet.')
                : t('Encrypted here. Last backup made on {date}.', { date: day(vault.lastBackupAt) }),
    },
    {
      id: 'tested',
      title: t('Tested'),
      state: locked ? 'unseen' : accepted.length > 0 ? 'done' : 'todo',
      seen: locked
        ? closed
        : accepted.length > 0
          ? plural({ one: 'One key accepted', other: '{count} keys accepted' }, accepted.length)
          : tested.length > 0
            ? t('Tested, and not accepted.')
            : t('Not yet.'),
      ...(tested.length > accepted.length && { guide: 'fix-not-working' }),
    },
    {
      id: 'used',
      title: t('In use'),
      state: known(used),
      seen: locked
        ? closed
        : used.length > 0
          ? t('Handed to a program.')
          : t('Copy it once, or write it into a project.'),
      guide: 'give-to-app',
    },
    { id: 'watched', title: t('Checked'), ...watched(vault, rows, checkEveryMinutes) },
  ]
}

function watched(
  vault: VaultStatus | undefined,
  rows: KeyRow[] | undefined,
  usual: number,
): Pick<JourneyPart, 'state' | 'seen'> {
  if (vault?.notWatchingSince !== undefined)
    return { state: 'todo', seen: t('Nothing is checked while the vault is locked.') }
  const locked = vault?.status === 'locked'
  if (!locked && (rows ?? []).length === 0)
    return { state: 'todo', seen: t('Nothing to check until there is a key.') }
  const checked = rows?.filter(row => everyMinutes(row, usual) > 0).length
  if (checked === 0 || (checked === undefined && usual === 0))
    return { state: 'todo', seen: t('Automatic checks are off.') }
  if (checked !== undefined && rows && checked < rows.length)
    return {
      state: 'done',
      seen: plural(
        {
          one: '{checked} of 1 key is checked by itself.',
          other: '{checked} of {count} keys are checked by themselves.',
        },
        rows.length,
        { checked },
      ),
    }
  return {
    state: 'done',
    seen: vault?.watchesFromStart
      ? t('Checked while locked too, from the browser’s start on.')
      : vault?.watchesWhileLocked
        ? t('Checked while locked too, until the browser closes.')
        : t('Checked only while the vault is open.'),
  }
}
