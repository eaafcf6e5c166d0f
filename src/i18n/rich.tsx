/** A translated sentence with pieces of the page in it: each {name} becomes the node of that name, in the tongue's own order. */
import { Fragment, type ReactNode } from 'react'

export function rich(text: string, parts: Record<string, ReactNode>): ReactNode {
  return text
    .split(/\{(\w+)\}/)
    .map((piece, at) =>
      at % 2 === 0 ? (
        piece
      ) : (
        <Fragment key={piece}>{Object.hasOwn(parts, piece) ? parts[piece] : `{${piece}}`}</Fragment>
      ),
    )
}
