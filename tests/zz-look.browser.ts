import { expect, test } from 'vitest'
import { clickMark, clickNamed, launch, says } from './browser/harness.ts'
import { go, withTeam } from './browser/team-of-keys.ts'
import { wellDrawn } from './browser/well-drawn.ts'
import { send, withVault } from './features/lock/vault-story.ts'

const problems: string[] = []
test('look', async () => {
  const h = await launch({ alsoHosts: ['openrouter.ai', 'api.deepseek.com', 'api.anthropic.com', 'generativelanguage.googleapis.com', 'api.mistral.ai', 'api.groq.com', 'api.x.ai'] })
  const screen = await withVault(h)
  const shoot = async (name: string) => {
    for (const width of [375, 1280, 1920]) {
      await screen.setViewport({ width, height: width === 375 ? 800 : 1000 })
      for (const theme of ['light', 'dark']) {
        await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
        await new Promise(done => setTimeout(done, 250))
        const bad = await screen.evaluate(wellDrawn)
        const wide = await screen.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (theme === 'light') for (const one of bad as unknown[]) problems.push(`${name} ${width}: ${JSON.stringify(one)}`)
        if (wide > 0) problems.push(`${name} ${width}: ${wide} px too wide`)
        await screen.screenshot({ path: `out/look/${name}-${width}-${theme}.png` as `${string}.png`, fullPage: width === 375 })
      }
    }
    await screen.setViewport({ width: 1280, height: 1000 })
  }
  if (process.env.EMPTY) for (const [hash, name] of [['organization', 'org-empty'], ['usage', 'cost-empty'], ['replace', 'replace-empty'], ['activity', 'activity-empty']] as const) {
    await go(screen, hash)
    await new Promise(done => setTimeout(done, 500))
    await shoot(name)
  }
  await withTeam(h, screen)
  const admin = ((await h.session()).rows ?? []).find(row => row.kind === 'admin')
  const old = h.practice?.addKey({ kind: 'service', name: 'deploy-bot-with-a-name-that-is-rather-long-for-a-phone', project: 'proj_teamChatbot0001', createdAt: Date.now() - 9e7 })
  await send(screen, 'screen.paste', { text: old?.secret ?? '', about: { label: 'deploy-bot-with-a-name-that-is-rather-long-for-a-phone', environment: 'Production' } })
  const today = new Date(Date.now() - 4 * 864e5).toISOString().slice(0, 10)
  h.practice?.state.usage.push({ day: today, keyId: h.practice.state.keys.find(one => one.name === 'ci-runner')?.id ?? '', project: 'proj_teamChatbot0001', model: 'gpt-5', requests: 3, inputTokens: 9, outputTokens: 9, dollars: 210 })
  await go(screen, 'organization')
  await new Promise(done => setTimeout(done, 500))

  await clickMark(screen, '[data-keyway="read-organization"]')
  await says(screen, 'In this vault'); await says(screen, /Read just now/)
  await shoot('org-full')
  await clickNamed(screen, /^deploy-bot/)
  await clickNamed(screen, 'Set an expiry…')
  await clickNamed(screen, /^Delete its service account/)
  await shoot('org-key')
  await clickNamed(screen, /close/i).catch(() => {})
  await go(screen, 'usage')
  await says(screen, /As of/)
  await says(screen, 'Other providers')
  await shoot('cost-full')
  const router = ((await h.session()).rows ?? []).find(row => row.provider === 'openrouter')
  await go(screen, `keys/${router?.id}`)
  await clickMark(screen, '[data-keyway="read-own-figures"]')
  await new Promise(done => setTimeout(done, 1500))
  await shoot('key-openrouter')
  const mine = ((await h.session()).rows ?? []).find(row => row.label.startsWith('deploy-bot-with'))
  for (const id of [mine?.id, 'team-0', 'team-2']) {
    await go(screen, `replace/${id}`)
    await new Promise(done => setTimeout(done, 800))
    if (id === mine?.id) await shoot('replace-begin')
    await clickMark(screen, '[data-keyway="replace-start"]').catch(() => {})
  }
  await go(screen, `replace/${mine?.id}`)
  await clickMark(screen, '[data-keyway="replace-make"]')
  await says(screen, 'The new key is in place everywhere')
  await shoot('replace-place')
  await go(screen, 'replace')
  await says(screen, 'Replacements')
  await new Promise(done => setTimeout(done, 500))
  await shoot('replace-list')
  await go(screen, 'activity')
  await new Promise(done => setTimeout(done, 500))
  await shoot('activity-full')
  console.log(`admin ${admin?.id}\n${problems.join('\n')}`)
  await h.close()
  expect(1).toBe(1)
})
