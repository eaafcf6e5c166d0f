/** A step's page as a small drawing, the target lit. Decoration: the words beside it say the same. */

import type { Shape } from './miniature-data.ts'
import { useMiniatures } from './use-miniatures.ts'

/** Nothing where the step's target is on no drawn page. */
export function StepMiniature({ guide, step }: { guide: string; step: string }) {
  const drawn = useMiniatures()
  const target = drawn?.targets[drawn.steps[`${guide}/${step}`] ?? '']
  if (!drawn || !target) return null
  const [scene, ...lit] = target
  return <Drawing shapes={drawn.scenes[scene] ?? []} lit={lit} />
}

/** A page without a target, for where there is nothing yet. */
export function EmptyMiniature() {
  const drawn = useMiniatures()
  const shapes = drawn?.scenes['no-keys']
  return shapes ? <Drawing shapes={shapes} /> : null
}

type Props = { shapes: readonly Shape[]; lit?: readonly number[] | undefined }

function Drawing(props: Props) {
  return (
    <svg className="miniature" viewBox="0 0 320 200" aria-hidden="true">
      <Shapes {...props} />
    </svg>
  )
}

/** A page back to front, and a ring around what is lit on it; inside a drawing of 320 by 200 units. */
export function Shapes({ shapes, lit }: Props) {
  const [x = 0, y = 0, width = 0, height = 0] = lit ?? []
  return (
    <>
      {shapes.map(([kind, left, top, wide, high]) => (
        <rect
          key={`${kind} ${left} ${top} ${wide} ${high}`}
          className={`shape-${kind}`}
          x={left}
          y={top}
          width={wide}
          height={high}
          rx={kind === 't' || kind === 'h' ? 1 : kind === 'n' || kind === 's' ? 0 : 2}
        />
      ))}
      {lit && <rect className="lit" x={x - 3} y={y - 3} width={width + 6} height={height + 6} rx={4} />}
    </>
  )
}
