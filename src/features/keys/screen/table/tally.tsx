/** How the keys are, counted; each count shows only its keys, and pressed again all of them. */

import { t } from '../../../../i18n/t.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import type { Counted } from '../../core/status-group.ts'

type Props = { tally: Counted[]; chosen: string; onChoose: (id: string) => void }

export function Tally({ tally, chosen, onChoose }: Props) {
  return (
    <fieldset className="tally" aria-label={t('Keys by status')}>
      {tally.map(({ id, tone, name, count }) => (
        <Button
          key={id}
          className={`tally-part tone-${tone}`}
          aria-pressed={chosen === id}
          data-status={id}
          onPress={() => onChoose(chosen === id ? '' : id)}
        >
          <strong>{count}</strong> <span>{name}</span>
        </Button>
      ))}
    </fieldset>
  )
}
