/**
 * A button whose press ends something: it says first what that does, and ends it by a second button, below and never in its own
 * place, where a press that came twice would fall on it.
 */
import { useState } from 'react'
import { Button } from '../pieces/button.tsx'

type Props = {
  name: string
  /** What the second press does. */
  then: string
  yes: string
  isBusy?: boolean
  onYes: () => unknown
}

export function AskFirst({ name, then, yes, isBusy, onYes }: Props) {
  const [isSure, setIsSure] = useState(false)
  return (
    <>
      <Button
        className="button plain danger"
        aria-expanded={isSure}
        isBusy={isBusy}
        onPress={() => setIsSure(!isSure)}
      >
        {name}
      </Button>
      {isSure && (
        <div className="cluster whole-line">
          <p className="small quiet" role="status">
            {then}
          </p>
          <Button
            className="button danger"
            isBusy={isBusy}
            onPress={() => {
              setIsSure(false)
              onYes()
            }}
          >
            {yes}
          </Button>
        </div>
      )}
    </>
  )
}
