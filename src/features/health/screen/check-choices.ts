/** The intervals that a person can choose between checks, in minutes: for all keys in the settings, for one key on its page. */
import { t } from '../../../i18n/t.ts'

export const checkTimes: readonly [minutes: number, words: string][] = [
  [15, t('Every 15 minutes')],
  [60, t('Every hour')],
  [360, t('Every 6 hours')],
  [1440, t('Every day')],
  [10080, t('Every week')],
]
export const neverChecked: [minutes: number, words: string] = [0, t('Never by itself')]
