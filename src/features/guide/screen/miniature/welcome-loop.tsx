/**
 * What Keyway does, as a drawing that goes round: the platform's pages with a card beside what is to be pressed, the key as it is
 * saved, the list of keys. Decoration beside words that say the same; it can be stopped, and stands still where motion is reduced.
 */
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import { Shapes } from './miniature.tsx'
import type { Box, Shape } from './miniature-data.ts'
import { useMiniatures } from './use-miniatures.ts'

/** The targets that are shown one after the other, each with the place of its card. */
const pages: [target: string, card: [x: number, y: number]][] = [
  ['create-opener', [216, 34]],
  ['key-name', [228, 76]],
  ['reveal-key', [226, 92]],
]

export function WelcomeLoop() {
  const drawn = useMiniatures()
  const [isStill, setIsStill] = useState(false)
  const name = isStill ? t('Play the drawing') : t('Pause the drawing')
  return (
    <figure className="loop" data-still={isStill || undefined}>
      <svg className="miniature" viewBox="0 0 320 200" aria-hidden="true">
        {pages.map(([target, card]) => {
          const [scene = '', ...lit] = drawn?.targets[target] ?? []
          return (
            <g key={target} className="frame">
              <Shapes shapes={drawn?.scenes[scene] ?? []} lit={lit.length === 4 ? (lit as Box) : undefined} />
              {lit.length === 4 && <Card at={card} />}
            </g>
          )
        })}
        <g className="frame">
          <List />
        </g>
      </svg>
      <Button
        className="button icon plain loop-stop"
        aria-label={name}
        title={name}
        onPress={() => setIsStill(!isStill)}
      >
        {isStill ? <Play size={14} aria-hidden="true" /> : <Pause size={14} aria-hidden="true" />}
      </Button>
    </figure>
  )
}

/** Keyway's card: a heading, two lines, and its one button. */
function Card({ at: [x, y] }: { at: [x: number, y: number] }) {
  return (
    <g>
      <rect className="loop-card" x={x} y={y} width={86} height={44} rx={5} />
      <Shapes
        shapes={[
          ['h', x + 8, y + 8, 42, 4],
          ['t', x + 8, y + 16, 68, 3],
          ['t', x + 8, y + 22, 54, 3],
        ]}
      />
      <rect className="loop-button" x={x + 8} y={y + 30} width={32} height={9} rx={3} />
    </g>
  )
}

/** How each key of the list is: so many days that it worked, and whether it works now. */
const keys: [name: number, days: number, works: boolean][] = [
  [64, 12, false],
  [48, 20, true],
  [72, 20, true],
  [40, 14, true],
  [58, 20, true],
]

const dayPlaces = Array.from({ length: 20 }, (_, day) => 214 + day * 4)

function List() {
  const rows: Shape[] = keys.flatMap(([name], index) => [['h', 112, 55 + index * 24, name, 5]])
  return (
    <>
      <Shapes
        shapes={[
          ['n', 0, 0, 70, 200],
          ['h', 10, 12, 34, 5],
          ['t', 10, 28, 40, 4],
          ['t', 10, 40, 32, 4],
          ['t', 10, 52, 44, 4],
          ['h', 86, 14, 40, 7],
          ['f', 86, 28, 130, 11],
          ['d', 86, 46, 220, 122],
          ...rows,
        ]}
      />
      {keys.map(([name, days, works], index) => {
        const y = 57.5 + index * 24
        return (
          <g key={name}>
            <g className={works ? 'tone-works' : 'tone-rejected'}>
              <circle cx={98} cy={y} r={5} />
              <path className="loop-sign" d={works ? `M95.5 ${y}l2 2l3-4` : `M96 ${y - 2}l4 4m0-4l-4 4`} />
            </g>
            {dayPlaces.map((x, day) =>
              works || day < days ? (
                <rect key={x} className="tone-works" x={x} y={y - 5} width={2.5} height={10} />
              ) : (
                <rect key={x} className="tone-rejected" x={x} y={y + 1} width={2.5} height={4} />
              ),
            )}
          </g>
        )
      })}
    </>
  )
}
