/** A step's page as a small drawing, the target lit. Decoration: the words beside it say the same. */

import type { Miniatures } from './miniature-data.ts'
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

type Props = { shapes: Miniatures['scenes'][string]; lit?: [number, number, number, number] | number[] }

function Drawing({ shapes, lit }: Props) {
  const [x = 0, y = 0, width = 0, height = 0] = lit ?? []
  return (
    <svg className="miniature" viewBox="0 0 320 200" aria-hidden="true">
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
    </svg>
  )
}
