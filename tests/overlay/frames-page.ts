/** Entry of a small bundle for the benchmark: our overlay and driver.js, each following the same box in a nested scroller. */
import { driver } from 'driver.js'
import 'driver.js/dist/driver.css'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { createOverlay } from '../../src/overlay/index.ts'
import { style } from '../../src/overlay/style.ts'

const words = {
  guide: 'bench',
  step: 'one',
  where: 'Bench · 1 of 1',
  share: 0.5,
  title: 'A box',
  do: 'Watch it scroll.',
  buttons: [],
}

export type Who = 'nobody' | 'keyway' | 'driver.js' | 'driver.js refreshed'

export function start(who: Who, target: Element): () => void {
  const life = new AbortController()
  if (who === 'keyway')
    createOverlay(
      { pressed: () => undefined, gaveUp: () => undefined },
      { ...cardWords, direction: 'ltr', style },
      life.signal,
    ).show(words, target)
  if (who.startsWith('driver.js')) {
    const tour = driver({ animate: false, smoothScroll: false })
    tour.highlight({ element: target, popover: { title: words.title, description: words.do } })
    // By itself it does not notice that a scroller inside the page scrolls.
    const refresh = () => tour.refresh()
    if (who.endsWith('refreshed'))
      document.addEventListener('scroll', refresh, { capture: true, signal: life.signal })
    life.signal.addEventListener('abort', () => tour.destroy())
  }
  return () => life.abort()
}
