/** The guide's steps as a checklist, folded. */

import Check from 'lucide-react/icons/check'
import Circle from 'lucide-react/icons/circle'
import CircleDot from 'lucide-react/icons/circle-dot'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import { t } from '../../../i18n/t.ts'
import type { TourView } from '../core/tour.ts'

const icons = { done: Check, unverified: CircleHelp, now: CircleDot, later: Circle } as const
const words = { done: t('Done'), unverified: t('Not verified'), now: t('Now'), later: t('To do') } as const

export function StepList({ steps }: { steps: TourView['steps'] }) {
  if (steps.length === 0) return null
  return (
    <details>
      <summary className="small quiet">{t('All steps of this guide')}</summary>
      <ol className="steps">
        {steps.map(step => {
          const Icon = icons[step.state]
          return (
            <li key={step.id} aria-current={step.state === 'now' ? 'step' : undefined}>
              <Icon size={15} role="img" aria-label={words[step.state]} />
              {step.title}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
