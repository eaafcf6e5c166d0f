/** The keys of a small team, made up, with a month behind them: what pictures for people show. */
import type { Page } from 'puppeteer-core'
import { send } from '../features/lock/vault-story.ts'
import type { PracticeKey } from '../practice/state.ts'
import { clickMark, type Harness, says } from './harness.ts'
import { poll } from './poll.ts'

const dayLength = 86_400_000
const dayAgo = (days: number) => new Date(Date.now() - days * dayLength).toISOString().slice(0, 10)

type Team = [label: string, environment: string, project: string, how?: Partial<PracticeKey>]

const ofOpenAi: Team[] = [
  ['chatbot', 'Production', 'Chatbot'],
  ['chatbot-staging', 'Staging', 'Chatbot'],
  ['support-drafts', 'Production', 'Support'],
  ['nightly-batch', 'Production', 'Search', { revoked: true }],
  ['search-embeddings', 'Production', 'Search', restricted('api.model.embeddings.request')],
  ['search-embeddings-dev', 'Development', 'Search', restricted('api.model.embeddings.request')],
  ['eval-harness', 'Staging', 'Research'],
  ['robin-laptop', 'Development', 'Research', { revoked: true }],
  ['invoice-reader', 'Production', 'Billing'],
  ['ci-runner', 'Staging', 'Chatbot', { kind: 'service' }],
]

type Other = [provider: string, label: string, environment: string, project: string, secret: string]

const others: Other[] = [
  ['anthropic', 'summaries', 'Production', 'Support', madeUp('sk-ant-api03-GOOD', 60)],
  ['anthropic', 'summaries-staging', 'Staging', 'Support', madeUp('sk-ant-api03-GOOD2', 60)],
  ['gemini', 'image-captions', 'Production', 'Search', madeUp('AIzaSyGOOD', 39)],
  ['mistral', 'translations', 'Production', 'Billing', madeUp('GOOD', 32)],
  ['groq', 'voice-notes', 'Development', 'Research', madeUp('gsk_GOOD', 60)],
  ['openrouter', 'model-comparison', 'Development', 'Research', madeUp('sk-or-v1-GOOD', 60)],
  ['deepseek', 'code-review', 'Staging', 'Research', madeUp('sk-wrong', 60)],
  ['xai', 'trend-reports', 'Production', 'Search', madeUp('xai-GOOD', 60)],
]

/** As a real one looks, the last four included, which screens show. The same each time: what a picture shows changes with a reason. */
function madeUp(start: string, length: number): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
  let state = [...start].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7)
  let key = start
  while (key.length < length) {
    state = (state * 48_271) % 2_147_483_647
    key += letters[state % letters.length]
  }
  return key
}

function restricted(...scopes: string[]): Partial<PracticeKey> {
  return { permissions: 'restricted', scopes }
}

const projectId = (name: string) => `proj_team${name}0001`

/** @returns the vault's ids of one key that works and of one that was rejected */
export async function withTeam(h: Harness, screen: Page): Promise<{ works: string; rejected: string }> {
  const practice = h.practice
  if (!practice) throw new Error('Pictures are taken on the practice platform.')
  const projects = [...new Set(ofOpenAi.map(([, , project]) => project))]
  practice.set({ projects: projects.map(name => ({ id: projectId(name), name })) })
  const records = ofOpenAi.map(([label, environment, project, how], index) => {
    const key = practice.addKey({
      name: label,
      project: projectId(project),
      createdAt: Date.now() - (40 + 17 * index) * dayLength,
      ...how,
    })
    spend(h, key, index)
    return {
      id: `team-${index}`,
      provider: 'openai',
      kind: how?.kind ?? 'project',
      label,
      environment,
      project,
      secret: key.secret,
      createdAt: key.createdAt,
      history: month(key.revoked ? 2 : -1),
      ...(label === 'support-drafts' && { expiresAt: Date.now() + 9 * dayLength }),
      ...(label === 'chatbot' && { usedIn: ['shop/.env', 'GitHub Actions'] }),
    }
  })
  const more = others.map(([provider, label, environment, project, secret], index) => ({
    id: `other-${index}`,
    provider,
    label,
    environment,
    project,
    secret,
    createdAt: Date.now() - (30 + 11 * index) * dayLength,
    history: month(secret.includes('wrong') ? 4 : -1),
  }))
  const admin = practice.addKey({ kind: 'admin', name: 'costs' })
  const imported = await send(screen, 'screen.import', {
    records: [...records, ...more],
  } as Parameters<typeof send<'screen.import'>>[2])
  if (!imported?.ok) throw new Error(JSON.stringify(imported))
  const pasted = await send(screen, 'screen.paste', {
    text: admin.secret,
    about: { label: 'Costs, read only' },
  })
  if (!pasted?.ok) throw new Error(JSON.stringify(pasted))
  await send(screen, 'screen.testAll', {})
  await poll(async () => {
    const { rows = [], checks } = await h.session()
    // Those of other providers may wait for a permission.
    const areTested = records.every(({ id }) => rows.find(row => row.id === id)?.verdict)
    return areTested && checks?.running.length === 0 && !checks.waiting
  }, 'every key to be tested')
  return { works: 'team-0', rejected: 'team-3' }
}

/** @param badFor so many days it was refused, up to yesterday; −1: never */
function month(badFor: number): unknown[] {
  return Array.from({ length: 29 }, (_, index) => {
    const ago = 29 - index
    const isBad = ago <= badFor
    return {
      kind: 'day',
      day: dayAgo(ago),
      good: isBad ? 0 : 24,
      bad: isBad ? 24 : 0,
      unknown: 0,
      milliseconds: 4_800,
      causes: isBad ? { invalid_key: 24 } : { ok: 24 },
    }
  })
}

/** Sixty days of it; the first key is the one that is used most. */
function spend({ practice }: Harness, key: PracticeKey, index: number): void {
  const models = ['gpt-5', 'gpt-5-mini', 'text-embedding-3-small']
  for (let ago = 0; ago < 61; ago++) {
    const isWeekend = [0, 6].includes(new Date(Date.now() - ago * dayLength).getUTCDay())
    const wave = 1 + Math.sin(ago / 4 + index) / 4
    practice?.state.usage.push({
      day: dayAgo(ago),
      keyId: key.id,
      project: key.project,
      model: models[index % models.length] ?? '',
      requests: Math.round(900 / (index + 1)),
      inputTokens: Math.round(240_000 / (index + 1)),
      outputTokens: Math.round(36_000 / (index + 1)),
      dollars: ((isWeekend ? 0.4 : 1) * wave * 9) / (index + 1.5),
    })
  }
}

/** With the team's admin key. What a key costs is known once the platform's id of it is. */
export async function readOrganization(screen: Page): Promise<void> {
  await go(screen, 'organization')
  await clickMark(screen, '[data-keyway="read-organization"]')
  await says(screen, 'In this vault')
}

export async function go(screen: Page, hash: string): Promise<void> {
  await screen.bringToFront()
  await screen.evaluate(to => {
    location.hash = to
  }, hash)
}
