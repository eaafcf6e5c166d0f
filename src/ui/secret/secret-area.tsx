/** Where a text with secrets is pasted: dots instead of letters, read from the element. Its label names it by its id. */

import { type Ref, useLayoutEffect } from 'react'
import { useSecretElement } from './secret-element.ts'

type Props = {
  id: string
  placeholder: string
  rows?: number
  describedBy?: string
  ref?: Ref<HTMLTextAreaElement>
  onType?: () => void
}

export function SecretArea({ id, placeholder, rows, describedBy, ref, onType }: Props) {
  const { place, field } = useSecretElement(() => document.createElement('textarea'), ref, onType)
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.id = id
    area.className = 'dots'
    area.placeholder = placeholder
    if (rows !== undefined) area.rows = rows
    if (describedBy !== undefined) area.setAttribute('aria-describedby', describedBy)
  })
  return <span ref={place} className="contents" />
}
