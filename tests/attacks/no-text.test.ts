// @vitest-environment happy-dom
/**
 * `{"toString":1,"valueOf":1}` is JSON, and no text can be made of it: whoever tries throws. In the place of any value of an answer, a file
 * or a stored item it spoils that value, and nothing beside it.
 */
import { expect, test } from 'vitest'
import { readKeys } from '../../src/features/organization/core/organization-answers.ts'
import { readFile } from '../../src/features/transfer/core/exports/given-files.ts'
import { readCosts } from '../../src/features/usage/core/admin-pages.ts'
import { readAnswer } from '../../src/providers/answers/answer-reader.ts'
import { createVault, sealToInbox } from '../../src/vault/index.ts'
import { files, openai } from '../features/transfer/export-files.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from '../vault/helpers.ts'
import { type Attacker, report } from './outcome.ts'

const noText = { toString: 1, valueOf: 1 }

/** The same with this in the place of one value, each of them. */
function everyPlace(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [noText]
  return [
    noText,
    ...Object.entries(value).flatMap(([name, inner]) =>
      everyPlace(inner).map(one =>
        Array.isArray(value)
          ? value.map((each, at) => (at === Number(name) ? one : each))
          : { ...value, [name]: one },
      ),
    ),
  ]
}

/** How it was read before: a text was made of whatever stands there. */
const asTexts = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Object.hasOwn(value, 'toString')
    ? Object.values(value).map(asTexts)
    : String(value)

async function tried(
  attack: string,
  attacker: Attacker,
  asset: string,
  all: unknown[],
  isSpoilt: (one: unknown) => boolean | Promise<boolean>,
) {
  const count = async (is: typeof isSpoilt) => {
    let landed = 0
    for (const one of all)
      try {
        if (await is(one)) landed++
      } catch {
        landed++
      }
    return { tries: all.length, landed }
  }
  const control = await count(one => {
    asTexts(one)
    return false
  })
  report({ attack, attacker, asset, ...(await count(isSpoilt)), control })
}

const time = 1_700_000_000
const key = {
  id: 'key_1',
  name: 'Bot',
  redacted_value: 'sk-proj-ab*****wxyz',
  created_at: time,
  owner_project_access: 'inactive',
  owner: { type: 'user', user: { name: 'Robin', email: 'r@example.com' } },
}

test('a key of an organization: the others are read', () =>
  tried(
    'a key of a list whose values are no texts',
    'provider',
    'the list of an organization’s keys',
    everyPlace(key),
    one => {
      const body = JSON.stringify({ object: 'list', data: [one, { ...key, id: 'key_2' }], has_more: false })
      return (
        readKeys(body, 1, 'proj_1')?.entries.some(({ id, isOwnerGone }) => id === 'key_2' && isOwnerGone) !==
        true
      )
    },
  ))

const cost = { amount: { value: 1.5, currency: 'usd' }, project_id: 'proj_1', line_item: 'gpt-5, input' }

test('a line of costs: the others are read', () =>
  tried('a line of costs whose values are no texts', 'provider', 'what was spent', everyPlace(cost), one => {
    const data = [{ start_time: time, end_time: time, results: [one, cost] }]
    const read = readCosts(JSON.stringify({ object: 'page', data, has_more: false }), 'item')
    return !read || read.rows.length + read.unread.length < 1 || !JSON.stringify(read.rows).includes('1.5')
  }))

test('a refusal: what names no reason keeps none from being read', () => {
  const refusal = { type: 'invalid_request_error', param: 'x', request: { id: 'req_1' } }
  return tried(
    'a refusal whose values are no texts',
    'provider',
    'the truth of a verdict',
    everyPlace(refusal),
    one => {
      const said = { message: 'Incorrect API key provided', code: 'invalid_api_key', param: null }
      const beside = typeof one === 'object' ? one : {}
      const body = JSON.stringify({ ...beside, error: { ...said, ...beside } })
      return readAnswer('openai', 'models', { status: 401, headers: {}, body }).cause !== 'invalid_key'
    },
  )
})

const isJson = (text: string): boolean => /^\s*[[{]/.test(text)

test('a file to import: it is read or refused', async () => {
  const backup = {
    format: 'keyway-backup',
    version: 1,
    exportedAt: 1,
    keys: [
      {
        id: 'k',
        provider: 'openai',
        label: 'Bot',
        secret: openai,
        history: [{ kind: 'day', day: '2026-11-02', good: 1 }],
      },
    ],
  }
  const originals = [
    backup,
    ...Object.values(files).flatMap(({ text }) => (isJson(text) ? [JSON.parse(text) as unknown] : [])),
  ]
  expect(originals.length).toBeGreaterThan(3)
  await tried(
    'a file whose values are no texts',
    'imported file',
    'the page, and the other keys of the file',
    originals.flatMap(everyPlace),
    async one => {
      await readFile({ name: 'export', bytes: new TextEncoder().encode(JSON.stringify(one)) })
      return false
    },
  )
})

test('what waits sealed: one that is no text keeps none of the others waiting', async () => {
  const store = memoryStore()
  const vault = await createVault(store, passphrase, { kdf: fastKdf })
  const id = await sealToInbox(store, { provider: 'openai', label: 'Captured', secret: testSecret(1) })
  const own = [...store.items].find(([name]) => name.endsWith(id))
  if (!own) throw new Error('Nothing waits.')
  const name = `${own[0].slice(0, -id.length)}planted`
  await tried(
    'what waits, sealed, as no text',
    'disk writer',
    'a captured key that waits',
    everyPlace(own[1]),
    async one => {
      await store.set({ [name]: one })
      return !(await vault.inbox()).some(waiting => waiting.id === id)
    },
  )
})
