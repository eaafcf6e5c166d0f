/** The three things that a key needs to work, as the last check left them: shape, word and colour each say the same. */
import Ban from 'lucide-react/icons/ban'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import Contrast from 'lucide-react/icons/contrast'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { ladderOf, type Rung } from '../core/ladder-rungs.ts'

const faces = {
  yes: { Icon: CircleCheck, tone: 'works', words: t('Yes') },
  no: { Icon: Ban, tone: 'rejected', words: t('No') },
  partly: { Icon: Contrast, tone: 'limited', words: t('Partly') },
  unknown: { Icon: CircleDashed, tone: 'unknown', words: t('Unknown') },
} as const satisfies Record<Rung['state'], object>

export function StatusLadder({ row }: { row: KeyRow }) {
  // An admin key calls no models.
  const rungs = ladderOf(row.verdict).filter(({ id }) => id === 'accepted' || row.kind !== 'admin')
  return (
    <ol className="ladder">
      {rungs.map(({ id, name, state }) => {
        const { Icon, tone, words } = faces[state]
        return (
          <li key={id} data-rung={id} data-state={state}>
            <Icon size={18} aria-hidden="true" className={`tone-${tone}`} />
            <span>
              {name} <span className="quiet small">{words}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
