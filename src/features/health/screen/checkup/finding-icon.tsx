/** How much a finding of the check-up weighs: as a form and a colour, and in a word. */
import Info from 'lucide-react/icons/info'
import OctagonAlert from 'lucide-react/icons/octagon-alert'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { t } from '../../../../i18n/t.ts'
import type { Finding } from '../../core/checkup.ts'

type Weight = Finding['weight']

const icons = { 3: OctagonAlert, 2: TriangleAlert, 1: Info } as const
export const weightTones: Record<Weight, string> = { 3: 'tone-rejected', 2: 'tone-needs', 1: 'quiet' }
export const weightWords: Record<Weight, string> = {
  3: t('Urgent'),
  2: t('Worth doing'),
  1: t('Good habit'),
}

export function FindingIcon({ weight }: { weight: Weight }) {
  const Icon = icons[weight]
  return <Icon size={16} aria-hidden="true" className={weightTones[weight]} />
}
