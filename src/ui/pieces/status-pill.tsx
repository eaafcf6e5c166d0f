/** A status as shape, word and tint; while it is being found out, a turning ring in place of the former shape. */
import Circle from 'lucide-react/icons/circle'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import Contrast from 'lucide-react/icons/contrast'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import OctagonX from 'lucide-react/icons/octagon-x'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { t } from '../../i18n/t.ts'

const shapes = {
  works: CircleCheck,
  limited: Contrast,
  needs: TriangleAlert,
  rejected: OctagonX,
  unknown: CircleHelp,
} as const
export type PillTone = keyof typeof shapes

/** `hollow`: good as far as it was asked; `none`: nothing was asked yet. */
type Form = 'full' | 'hollow' | 'none'

type Props = {
  tone: PillTone
  children: string
  form?: Form
  isBusy?: boolean
  /** The whole sentence, for who points at it. */
  title?: string
  cause?: string
}

const shapeOf = (tone: PillTone, form: Form, isBusy: boolean) =>
  isBusy ? LoaderCircle : form === 'hollow' ? Circle : form === 'none' ? CircleDashed : shapes[tone]

export function StatusPill({ tone, children, form = 'full', isBusy = false, title, cause }: Props) {
  const Shape = shapeOf(tone, form, isBusy)
  return (
    <span
      className={`pill verdict tone-${tone}`}
      data-keyway="verdict"
      data-cause={cause}
      aria-busy={isBusy || undefined}
      title={title ?? children}
    >
      <Shape size={14} strokeWidth={2.25} aria-hidden="true" className={isBusy ? 'turning' : undefined} />
      <span>{isBusy ? t('Testing…') : children}</span>
    </span>
  )
}

type CornerProps = { tone: PillTone; form?: Form; isBusy?: boolean }

/** The same shape, small, for the corner of a tile; the words stand beside it. */
export function StatusCorner({ tone, form = 'full', isBusy = false }: CornerProps) {
  const Shape = shapeOf(tone, form, isBusy)
  return (
    <Shape
      size={13}
      strokeWidth={2.75}
      aria-hidden="true"
      className={`corner tone-${tone}${isBusy ? ' turning' : ''}`}
    />
  )
}
