/** A page that wants the vault to stay open: each of its messages, again and again, for hours in which nobody touches Keyway. */
import { expect, test } from 'vitest'
import { guides } from '../../src/guides/index.ts'
import { page } from '../features/guide/guide-world.ts'
import { makeSecret } from '../practice/secrets.ts'
import { passphrase, testSecret } from '../vault/helpers.ts'
import { report } from './outcome.ts'
import { workerWorld } from './worker-world.ts'

const minute = 60_000
const keysUrl = 'https://platform.openai.com/api-keys'
const facts = (guide: string, step: string) => ({
  guide,
  step,
  facts: page({ keyShown: true, keyTail: 'abcd' }),
})

type World = ReturnType<typeof workerWorld>
const messages: Record<string, (world: World, at: number) => Promise<unknown>> = {
  'an offer of another key each time': async world => {
    world.page.answer = { key: makeSecret('project') }
    return world.fromPage('page.offerKey', {})
  },
  'an offer of a key that the vault holds': async world => {
    world.page.answer = { key: testSecret(1) }
    return world.fromPage('page.offerKey', {})
  },
  'an offer of nothing': async world => world.fromPage('page.offerKey', {}),
  'that it was loaded': world => world.fromPage('page.hello', { url: keysUrl }),
  'what is so on it': (world, at) =>
    world.fromPage('page.facts', facts('create-key', at % 2 ? 'page' : 'open')),
  'a press on each button': (world, at) => {
    const acts = ['do', 'go', 'done', 'skip', 'back', 'fix', 'start', 'open-panel', 'report', 'not-again']
    return world.fromPage('page.act', { act: acts[at % acts.length] })
  },
  'what Show me taught': world =>
    world.fromPage('page.showMe', {
      guide: 'create-key',
      target: 'createButton',
      description: { role: 'button' },
    }),
  'that something was taught': world => world.fromPage('page.loadTaught', {}),
}

test.each(Object.entries(messages))('%s', async (attack, send) => {
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  for (const withGuide of [true, false]) {
    const world = workerWorld(id => guides.find(guide => guide.id === id) ?? null)
    await world.fromScreen('screen.createVault', { passphrase, watchWhileLocked: false })
    await world.vault.withVault(vault =>
      vault.put({ id: 'k', provider: 'openai', label: 'Mine', secret: testSecret(1) }),
    )
    if (withGuide) await world.fromScreen('screen.startGuide', { guide: 'create-key' })
    // The person is away from here on; what they do keeps it open, or the locking would prove nothing.
    for (let at = 0; at < 4; at++) {
      await world.pass(5 * minute)
      await world.fromScreen('screen.edit', { id: 'k', about: { notes: `${at}` } })
    }
    control.tries++
    if ((await world.vault.status()) === 'unlocked') control.landed++
    for (let at = 0; at < 8; at++) {
      await world.pass(3 * minute)
      await send(world, at)
    }
    outcome.tries++
    if ((await world.vault.status()) === 'unlocked') outcome.landed++
  }
  expect(outcome.tries).toBe(2)
  report({
    attack: `a page keeps the vault open: ${attack}`,
    attacker: 'page',
    asset: 'stored keys, after the time at which the vault locks',
    ...outcome,
    control,
  })
})
