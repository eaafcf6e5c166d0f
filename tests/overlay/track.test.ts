// @vitest-environment happy-dom
/** What stands beside an element goes with it, whenever it goes: also between the last look of a frame and the first of the observer. */
import { expect, test, vi } from 'vitest'
import type { Box } from '../../src/overlay/geometry.ts'
import { track } from '../../src/overlay/track.ts'

test('an element that moves before the observer’s first report is followed', () => {
  const frames: (() => void)[] = []
  let observed: (() => void) | undefined
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work))
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: () => void) {
        observed = told
      }
      observe() {}
      disconnect() {}
    },
  )
  const element = document.createElement('div')
  document.body.append(element)
  let top = 200
  element.getBoundingClientRect = () => new DOMRect(10, top, 50, 20)
  const seen: (Box | null)[] = []
  const stopped = new AbortController()
  track(element, { moved: box => seen.push(box), rested: () => undefined }, stopped.signal)
  const draw = () => {
    while (frames.length > 0) frames.shift()?.()
  }
  draw()
  expect(seen.map(box => box?.top)).toEqual([200])
  top = 80
  observed?.()
  draw()
  expect(seen.map(box => box?.top)).toEqual([200, 80])
  // And the observer's first look at what stands still wakes nobody.
  observed?.()
  expect(frames).toHaveLength(0)
  stopped.abort()
  vi.unstubAllGlobals()
})
