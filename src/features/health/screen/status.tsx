/** A verdict as icon, word and colour. */

import CircleCheck from 'lucide-react/icons/circle-check'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import Contrast from 'lucide-react/icons/contrast'
import OctagonX from 'lucide-react/icons/octagon-x'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { t } from '../../../i18n/t.ts'
import type { KeyKind, ProviderId, Verdict } from '../../../providers/verdict.ts'
import { face, type Tone } from '../core/present-status.ts'

const toneIcons = {
  works: CircleCheck,
  limited: Contrast,
  needs: TriangleAlert,
  rejected: OctagonX,
  unknown: CircleHelp,
} as const satisfies Record<Tone, unknown>

type Props = { verdict: Verdict | undefined; of: { provider: ProviderId; kind?: KeyKind }; running?: boolean }

export function VerdictBadge({ verdict, of, running }: Props) {
  const { tone, short } = face(verdict, of)
  const Icon = toneIcons[tone]
  return (
    <span
      className={`verdict tone-${tone}`}
      data-keyway="verdict"
      data-cause={verdict?.cause ?? 'none'}
      aria-busy={running || undefined}
    >
      <Icon size={15} aria-hidden="true" />
      {running ? t('Checking…') : short}
    </span>
  )
}
