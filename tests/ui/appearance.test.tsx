// @vitest-environment happy-dom
/** Light or dark by the person's choice: at once, on every screen, and with whatever was stored before. */
import { beforeEach, expect, test } from 'vitest'
import { chooseTheme, followTheme, useTheme } from '../../src/ui/pieces/appearance.ts'
import { settled, show } from '../in-dom.ts'

const scheme = () => document.documentElement.style.colorScheme
const Shown = () => <p>{useTheme()}</p>

beforeEach(() => localStorage.clear())

test('without a choice it is the system’s', () => {
  followTheme()
  expect(scheme()).toBe('')
})

test('what is chosen is shown at once, kept, and undone by the system again', async () => {
  await show(<Shown />)
  await settled(() => chooseTheme('dark'))
  expect([scheme(), document.body.textContent]).toEqual(['dark', 'dark'])
  followTheme()
  expect(scheme()).toBe('dark')
  await settled(() => chooseTheme('system'))
  expect([scheme(), document.body.textContent]).toEqual(['', 'system'])
})

test('another open screen follows; what nobody chose is nothing', async () => {
  followTheme()
  localStorage.setItem('theme', 'light')
  await settled(() => window.dispatchEvent(new StorageEvent('storage', { key: 'theme' })))
  expect(scheme()).toBe('light')
  localStorage.setItem('theme', 'javascript:alert(1)')
  await settled(() => window.dispatchEvent(new StorageEvent('storage', { key: 'theme' })))
  expect(scheme()).toBe('')
})
