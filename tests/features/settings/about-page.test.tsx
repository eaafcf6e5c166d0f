// @vitest-environment happy-dom
/** Whose work Keyway is built with, from the list that the build makes. */
import { afterEach, expect, test, vi } from 'vitest'
import AboutPage from '../../../src/features/settings/screen/about-page.tsx'
import { show, until } from '../../in-dom.ts'

const answer = (body: string) => vi.stubGlobal('fetch', async () => new Response(body))
const text = () => document.body.textContent ?? ''

afterEach(() => vi.unstubAllGlobals())

test('each package is there with its version and the whole of its license', async () => {
  answer(
    JSON.stringify([
      { name: 'idb', version: '8.0.4', identifier: 'ISC', text: 'Permission to use' },
      { name: 'odd', version: '1.0.0', identifier: null },
    ]),
  )
  await show(<AboutPage rest={[]} />)
  await until(() => expect(text()).toMatch(/idb 8\.0\.4, ISC.*Permission to use.*odd 1\.0\.0/))
})

test.each([
  ['cut off', '[{"name":'],
  ['something else', '{"name":"idb"}'],
])('a list that is %s is said to be unreadable', async (_, body) => {
  answer(body)
  await show(<AboutPage rest={[]} />)
  await until(() => expect(text()).toContain('The licenses could not be read.'))
})
