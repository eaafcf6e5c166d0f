/** A sentence that stands out: icon, words, and what can be done about it. */

import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import OctagonX from 'lucide-react/icons/octagon-x'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import type { Failure } from '../protocol/failure.ts'

const icons = {
  needs: TriangleAlert,
  rejected: OctagonX,
  works: CircleCheck,
  accent: Info,
  plain: Info,
} as const

type Props = { tone?: keyof typeof icons; children: ReactNode; action?: ReactNode; live?: boolean }

export function Notice({ tone = 'plain', children, action, live }: Props) {
  const Icon = icons[tone]
  return (
    <div className={`notice ${tone}`}>
      <Icon
        size={16}
        aria-hidden="true"
        className={tone === 'plain' ? 'quiet' : tone === 'accent' ? 'tone-accent' : `tone-${tone}`}
      />
      <div className="notice-words">
        {/* Without the buttons: a countdown on one would be read out every second. */}
        <div role={live ? 'status' : undefined}>{children}</div>
        {action && <div className="cluster">{action}</div>}
      </div>
    </div>
  )
}

/** What a request answered when it could not be done. Announced. */
export function FailureNotice({ failure }: { failure: Failure | null }) {
  return <div role="alert">{failure && <Notice tone="rejected">{failure.message}</Notice>}</div>
}
