/** One thing that can be done to a key at the platform: how it is now, a button that opens it, and the form below. */
import type { ReactNode } from 'react'
import type { Failure } from '../../../protocol/failure.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'

type Props = {
  name: string
  /** How it is now, in a few words. */
  now: ReactNode
  button: string
  /** Opens the form, or closes it again. */
  onPress: () => unknown
  isOpen: boolean
  isBusy?: boolean
  isDanger?: boolean
  failure: Failure | null
  children?: ReactNode
}

export function ActThere(props: Props) {
  const { name, now, button, onPress, isOpen, isBusy = false, isDanger = false } = props
  const { failure, children } = props
  return (
    <section className="act-there" aria-label={name}>
      <div className="act-there-head">
        <div className="line-words">
          <span className="line-title">{name}</span>
          <span className="small quiet">{now}</span>
        </div>
        <Button
          className={isDanger ? 'button danger' : 'button'}
          isBusy={isBusy}
          aria-expanded={isOpen}
          onPress={onPress}
        >
          {button}
        </Button>
      </div>
      <FailureNotice failure={failure} />
      {isOpen && <div className="act-there-body stack">{children}</div>}
    </section>
  )
}
