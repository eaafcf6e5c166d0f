/** How the keys are, counted; each count shows only its keys, and pressed again all of them. */

import { t } from '../../../../i18n/t.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import type { Counted } from '../../core/status-group.ts'

type Props = {
  tally: Counted[]
  chosen: string
  onChoose: (id: string) => void
  /** The name for screen readers, where two tallies stand side by side. */
  label?: string
}

export function Tally({ tally, chosen, onChoose, label = t('Keys by status') }: Props) {
  return (
    <fieldset className="tally" aria-label={label}>
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
