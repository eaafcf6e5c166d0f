import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { clickNamed, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { card, pressCard } from '../../overlay/overlay.ts'
import { begin } from './on-keys-page.ts'
import { openPanel, withVault } from './walk.ts'

test('trial', async () => {
  const h = await launch({ expected: [/./] })
  const screen = await withVault(h)
  const scene = await begin(h, screen)
  const { page } = scene
  for (const theme of ['light', 'dark']) {
    await page.evaluate(theme => {
      document.documentElement.style.colorScheme = theme
      const { __practice } = window as unknown as { __practice: { marked(name: string): HTMLElement } }
      for (const name of ['create-opener', 'create-opener-empty'])
        try {
          const label =
            [...__practice.marked(name).querySelectorAll('span')].at(-1) ?? __practice.marked(name)
          label.textContent = name === 'create-opener' ? 'New token' : 'Generate key'
        } catch {}
      const more = document.querySelector('main')?.appendChild(document.createElement('button'))
      if (more) more.textContent = 'Make a key'
    }, theme)
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    await poll(async () => /number/.test((await card(page))?.text ?? ''), 'numbers', { within: 8000 }).catch(
      () => {},
    )
    await new Promise(done => setTimeout(done, 1500))
    await page.screenshot({ path: `/tmp/kw/lay-several-${theme}.png` })
    await pressCard(page, 'More')
    await new Promise(done => setTimeout(done, 800))
    await page.screenshot({ path: `/tmp/kw/lay-more-${theme}.png` })
    await pressCard(page, 'Less')
  }
  await pressCard(page, 'More')
  await openPanel(h, screen)
  await pressCard(page, 'This page looks different')
  const panel = await h.panel()
  const report = await poll(
    () => panel.$eval('[data-keyway=page-report] pre', pre => pre.textContent).catch(() => null),
    'the report',
  )
  writeFileSync('/tmp/kw/lay-report.txt', report ?? '')
  await panel.screenshot({ path: '/tmp/kw/lay-panel.png' }).catch(() => {})
  void clickNamed
  await h.close()
}, 120_000)
