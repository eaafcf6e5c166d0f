/** When a key is checked by itself, and why not: for its own page, beside when it was checked last. Pure. */
import { t } from '../../../i18n/t.ts'
import type { CheckView, VaultStatus } from '../../../protocol/published.ts'
import { isKeptOnly, providers } from '../../../providers/list.ts'
import type { RecordAbout } from '../../../vault/record.ts'
import { everyMinutes } from './schedule.ts'

type Known = {
  /** Minutes between checks of a key that has no interval of its own; 0 = never. */
  usual: number
  vault: Pick<VaultStatus, 'watchesWhileLocked' | 'watchesFromStart'> | undefined
  stopped: CheckView['stopped']
  isPermissionMissing: boolean
}

/** @returns undefined for a key that is only kept */
export function whenChecked(row: RecordAbout, known: Known): string | undefined {
  const { name } = providers[row.provider]
  if (isKeptOnly(row)) return undefined
  if (everyMinutes(row, known.usual) === 0) return t('Not checked: automatic checks are off for this key.')
  if (known.stopped?.[row.provider] !== undefined)
    return t('Not checked: {name} does not serve the place you connect from.', { name })
  if (known.isPermissionMissing) return t('Not checked: Keyway has no permission to ask {name}.', { name })
  if (known.vault?.watchesFromStart) return t('Checked while locked too, from the browser’s start on.')
  if (known.vault?.watchesWhileLocked)
    return t('Checked while the vault is locked too. After a browser start it is not, until you unlock.')
  return t('Checked only while the vault is open.')
}
