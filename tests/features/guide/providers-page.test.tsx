// @vitest-environment happy-dom
/** The comparison of the providers: each row's way out is named for its provider. */
import { expect, test } from 'vitest'
import ProvidersPage from '../../../src/features/guide/screen/providers-page.tsx'
import { providers } from '../../../src/providers/list.ts'
import { show } from '../../in-dom.ts'

test('no two links are called alike', async () => {
  await show(<ProvidersPage />)
  const names = [...document.querySelectorAll('td a')].map(
    link => link.getAttribute('aria-label') ?? link.textContent,
  )
  expect(names.length).toBeGreaterThan(10)
  expect(names).toContain(`Its page: ${providers.ollama.name}`)
  expect(new Set(names).size).toBe(names.length)
})
