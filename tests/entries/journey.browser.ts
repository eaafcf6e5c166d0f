/** The whole journey, with the worker killed before every step. One failing step names itself. In the dark: `npm run soak journey`. */
import { test } from 'vitest'
import { playOnce } from './journey.ts'

test('the journey, with the worker killed between any two steps', { timeout: 600_000 }, () => playOnce(false))
