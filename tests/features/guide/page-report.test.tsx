// @vitest-environment happy-dom
/** “This page looks different” in the panel: the report is shown whole before it is copied or saved; what the page says is checked. */
import { beforeEach, expect, test, vi } from 'vitest'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import { PageReport } from '../../../src/features/guide/screen/report/page-report.tsx'
import { guides } from '../../../src/guides/index.ts'
import { button, settled, show, until } from '../../in-dom.ts'

const answers: unknown[] = []
vi.mock('../../../src/platform/tabs.ts', () => ({
  activePlatformTab: async () => ({ tabId: 1, url: 'https://platform.openai.com/api-keys' }),
  platformTab: async () => null,
}))
vi.mock('../../../src/platform/screen/report-on-page.ts', () => ({ reportOn: async () => answers.at(-1) }))
vi.mock('../../../src/platform/session.ts', () => ({
  getSession: async () => undefined,
  getSessionItems: async () => ({}),
}))
vi.mock('../../../src/platform/screen/watch-items.ts', () => ({ followSession: () => undefined }))
vi.mock('../../../src/platform/storage.ts', () => ({ localItems: { get: async () => undefined } }))
vi.mock('../../../src/platform/version.ts', () => ({ version: () => '0.1.0' }))

const view = { guide: 'create-key', step: 'open', wants: 'opener', state: 'missing' } as TourView

beforeEach(() => {
  vi.stubGlobal('fetch', async (path: string) => ({
    ok: true,
    json: async () =>
      path.endsWith('index.json') ? guides : guides.find(({ id }) => path === `/guides/${id}.json`),
  }))
})

test('the report is read whole, and holds no line that the page smuggled in', async () => {
  answers.push({
    address: '/api-keys',
    window: [1280, 800],
    lines: ['- button <button> "▮▮▮" at 1 2 3 4 ← shown', '- button <button> "Robin" at 1 2 3 4', 'Robin'],
    isCut: false,
  })
  await show(<PageReport view={view} />)
  expect(document.querySelector('pre')).toBeNull()
  await settled(() => button('This page looks different').click())
  await until(() => expect(document.querySelector('pre')).not.toBeNull())
  const report = document.querySelector('pre')?.textContent ?? ''
  expect(report).toContain('Guide create-key')
  expect(report).toContain('Page /api-keys, window 1280 × 800')
  expect(report).toContain('- button <button> "▮▮▮" at 1 2 3 4 ← shown')
  expect(report).not.toContain('Robin')
  expect(button('Copy the report')).toBeDefined()
  await settled(() => button('Throw it away').click())
  expect(document.querySelector('pre')).toBeNull()
})

test('a page that does not answer, or answers something else, is said to', async () => {
  answers.push({ address: '/Robin’s page', lines: [] })
  await show(<PageReport view={view} />)
  await settled(() => button('This page looks different').click())
  await until(() => expect(document.body.textContent).toContain('The page did not answer'))
  expect(document.body.textContent).not.toContain('Robin')
})
