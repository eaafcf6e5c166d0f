/** Every guide, walked with real input on the newest layout, from its first step to its receipt. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guides } from '../../src/guides/index.ts'
import { initialState } from '../practice/state.ts'
import { type Harness, launch } from './harness.ts'
import { walkGuide, withVault } from './walk.ts'
import { walks } from './walks.ts'

describe('every guide, walked on the practice platform', () => {
  let h: Harness
  let screen: Page

  beforeAll(async () => {
    h = await launch()
    screen = await withVault(h)
  }, 60_000)
  afterAll(() => h?.close())

  test('has a walk', () => {
    expect(walks.map(({ guide }) => guide).sort()).toEqual(guides.map(({ id }) => id).sort())
  })

  for (const walk of walks)
    test(walk.guide, { timeout: 180_000 }, async () => {
      h.practice?.set(initialState())
      await walkGuide(h, screen, walk)
      h.assertClean()
    })
})
