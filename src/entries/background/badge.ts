/** The toolbar button's badge. In this order: the clipboard's countdown, how many keys need attention, locked or not watching. */

import { plural, t } from '../../i18n/t.ts'
import type { VaultStatus } from '../../protocol/published.ts'

export type Badge = {
  /** Seconds until the clipboard is cleared; null: no copy. */
  countdown(seconds: number | null): void
  attention(count: number): void
  vault(status: VaultStatus | undefined): void
}

const indigo = '#5b4fc7'
const red = '#b3261e'
const grey = '#5f6470'

export function createBadge(set: (text: string, colour: string, title: string) => void): Badge {
  let seconds: number | null = null
  let count = 0
  let status: VaultStatus | undefined
  let shown = ''
  const show = () => {
    const [text, colour, title] = say()
    if (shown === text + title) return
    shown = text + title
    set(text, colour, title)
  }
  const say = (): [string, string, string] => {
    if (seconds !== null)
      return [String(seconds), indigo, t('Keyway: the clipboard is cleared in {seconds} s', { seconds })]
    if (count > 0)
      return [
        count > 99 ? '99+' : String(count),
        red,
        plural({ one: 'Keyway: 1 key needs you', other: 'Keyway: {count} keys need you' }, count),
      ]
    if (status?.status === 'damaged' || status?.status === 'too_new')
      return ['!', red, t('Keyway: the vault needs you')]
    // What was chosen is not yet what is done: after a browser start nothing may be in memory to be checked.
    if (status?.status === 'locked' && (!status.watchesWhileLocked || status.notWatchingSince !== undefined))
      return ['off', grey, t('Keyway is locked: no key is checked')]
    if (status?.status === 'locked') return ['', grey, t('Keyway is locked; your keys are checked')]
    return ['', grey, 'Keyway']
  }
  return {
    countdown(next) {
      seconds = next
      show()
    },
    attention(next) {
      count = next
      show()
    },
    vault(next) {
      status = next
      show()
    },
  }
}
