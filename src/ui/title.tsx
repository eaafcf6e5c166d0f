/** A page's main heading. It takes the focus when it appears, so that a change of view is heard. */
import type { ReactNode } from 'react'
import { useFocusFirst } from './focus/focus-first.ts'

export function Title({ children }: { children: ReactNode }) {
  const ref = useFocusFirst<HTMLHeadingElement>()
  return (
    <h1 className="title" tabIndex={-1} ref={ref}>
      {children}
    </h1>
  )
}
