/** Code that does what a step asks a program to do. Loaded when it is opened: few look at it, and the panel opens faster without it. */
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../i18n/t.ts'

const Careful = lazy(() => import('../../handoff/screen/careful-part.tsx'))

/** Guide and step of each that has code. */
const withCode = new Set(['fix-rate-limit/back-off'])

export function StepCode({ guide, step }: { guide: string; step: string }) {
  const [wasOpened, setOpened] = useState(false)
  if (!withCode.has(`${guide}/${step}`)) return null
  return (
    <details className="no-print" onToggle={event => event.currentTarget.open && setOpened(true)}>
      <summary className="small">{t('Show it as code')}</summary>
      {wasOpened && (
        <Suspense fallback={null}>
          <Careful />
        </Suspense>
      )}
    </details>
  )
}
