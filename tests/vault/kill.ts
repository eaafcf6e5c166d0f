/**
 * The browser is killed (SIGKILL) at a random moment while keys are put in, changed, removed and the vault key is
 * replaced. After each restart every acknowledged change is there; the one under way is there or not, and nothing between.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { passphrase, send } from '../features/lock/vault-story.ts'
import { testSecret } from './helpers.ts'
import { contents, openProfile, unlocked } from './profile-vault.ts'

/** What a record may be: `label secret`, or gone. */
type Model = Map<string, (string | undefined)[]>

function numbers(seed: number) {
  let state = seed >>> 0
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export async function killRounds(
  rounds: number,
  seed: number,
  tell: (round: number, acknowledged: number) => void = () => {},
): Promise<{ acknowledged: number; underWay: number }> {
  const random = numbers(seed)
  const profile = mkdtempSync(join(tmpdir(), 'keyway-kill-'))
  const model: Model = new Map()
  let count = 0
  let acknowledged = 0
  let underWay = 0

  /** One change: what it makes of which records, and how it is asked for. */
  const change = (screen: Page): { next: Map<string, string | undefined>; ask: () => Promise<unknown> } => {
    const there = [...model].filter(([, may]) => may[0] !== undefined)
    const [id, may] = there[random(Math.max(1, there.length))] ?? []
    const what = there.length < 3 ? 0 : random(8)
    if (id && may && (what === 1 || what === 2)) {
      const label = `edited ${count++}`
      return {
        next: new Map([[id, `${label} ${may[0]?.split(' ').at(-1)}`]]),
        ask: () => send(screen, 'screen.edit', { id, about: { label } }),
      }
    }
    if (id && what === 3)
      return { next: new Map([[id, undefined]]), ask: () => send(screen, 'screen.remove', { id }) }
    if (what === 4)
      return { next: new Map(), ask: () => send(screen, 'screen.rotateVaultKey', { passphrase }) }
    const many = what === 5 ? 40 : 1
    const records = Array.from({ length: many }, () => {
      const number = count++
      return {
        id: `id-${seed}-${number}`,
        provider: 'openai',
        label: `key${number}`,
        secret: testSecret(number),
      }
    })
    return {
      next: new Map(records.map(({ id, label, secret }) => [id, `${label} ${secret}`])),
      ask: () => send(screen, 'screen.import', { records }),
    }
  }

  try {
    for (let round = 0; round <= rounds; round++) {
      const { h, screen } = await openProfile(profile)
      try {
        await unlocked(screen)
        const is = await contents(h, screen)
        for (const [id, may] of model) {
          if (!may.includes(is.get(id)))
            throw new Error(`round ${round}: ${id} is ${is.get(id)}, and may be ${may.join(' or ')}`)
          model.set(id, [is.get(id)])
        }
        for (const id of is.keys())
          if (!model.has(id)) throw new Error(`round ${round}: ${id} came from nowhere`)
        tell(round, acknowledged)
        if (round === rounds) continue

        let dead = false
        const death = new Promise<void>(done => setTimeout(done, 30 + random(900))).then(() => {
          dead = true
          return h.kill()
        })
        while (!dead) {
          const { next, ask } = change(screen)
          for (const [id, value] of next) model.set(id, [...(model.get(id) ?? [undefined]), value])
          const reply = (await ask().catch(() => undefined)) as { ok: boolean } | undefined
          if (reply && !reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
          if (!reply) underWay++
          else {
            acknowledged++
            for (const [id, value] of next) model.set(id, [value])
          }
        }
        await death
      } finally {
        await h.close()
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  return { acknowledged, underWay }
}
