/** A service account's key that is replaced, on the practice platform, with a real vault; and a machine that breaks where the test says. */

import * as v from 'valibot'
import { createVaultService } from '../../../src/features/lock/worker/service.ts'
import { organizationHandlers } from '../../../src/features/organization/worker/handlers.ts'
import {
  deleteNew,
  deleteOld,
  goOn,
  makeNext,
  type ReplacementPorts,
} from '../../../src/features/rotation/core/drive-replacement.ts'
import { stepsSeen } from '../../../src/features/rotation/core/notice-rows.ts'
import { type Replacement, stageOf, type There } from '../../../src/features/rotation/core/replacement.ts'
import {
  begin,
  noteStep,
  readBook,
  type Sealed,
} from '../../../src/features/rotation/core/sealed-replacements.ts'
import { adminHandlers } from '../../../src/features/usage/worker/handlers.ts'
import { fail, isFailure, type Reply } from '../../../src/protocol/failure.ts'
import { requests } from '../../../src/protocol/messages.ts'
import type { CheckView, KeyRow, PendingKey } from '../../../src/protocol/published.ts'
import { readAnswer } from '../../../src/providers/answers/answer-reader.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import { apiAnswer } from '../../practice/api.ts'
import { initialState, newKey } from '../../practice/state.ts'
import { passphrase } from '../../vault/helpers.ts'
import { lockWorld } from '../lock/lock-world.ts'

/** `browser`: all that ran is gone. `worker`: the one message has no answer. `lock`: the vault is locked from there until somebody unlocks. */
export const breaks = ['browser', 'worker', 'lock'] as const
export type Break = (typeof breaks)[number]

/** How long is waited for depends on where in its hour a key was put in place. Some days ago, for the practice platform tells of no day to come. */
const midHour = Math.floor(Date.now() / 3_600_000) * 3_600_000 + 1_800_000 - 3 * 86_400_000

class Gone extends Error {}
const noAnswer = fail('no_answer', 'The worker was ended.')
const sender = { kind: 'screen', url: '' } as const

/** @param siblings keys that the old key's service account has, with it */
export async function replacementWorld(at?: { point: number; how: Break }, siblings = 1) {
  const world = lockWorld()
  const service = createVaultService(world.ports)
  await service.create(passphrase, false)
  const state = initialState()
  const [project] = state.projects
  const admin = newKey({ kind: 'admin', name: 'Owner' }, state)
  const old = newKey({ kind: 'service', name: 'ci-runner', ...(project && { project: project.id }) }, state)
  const account = `svc_acct_${old.id.slice(4)}`
  const others = Array.from({ length: siblings - 1 }, (_, index) =>
    newKey(
      { ...old, id: `key_other${index}`, secret: `${old.secret.slice(0, -4)}oth${index}`, account },
      state,
    ),
  )
  state.keys.push(admin, old, ...others)
  const put = async (secret: string, label: string, kind: KeyRow['kind']) => {
    const saved = await service.withVault(vault =>
      vault.put({ provider: 'openai', secret, label, ...(kind && { kind }) }),
    )
    if (isFailure(saved)) throw new Error(saved.message)
    await service.changed()
    return saved.id
  }
  const adminId = await put(admin.secret, 'Owner key', 'admin')
  const oldId = await put(old.secret, 'CI', 'service')

  let time = midHour
  let points = Number.NEGATIVE_INFINITY
  let isSpent = false
  /** Whoever catches what a network throws must not catch this. */
  let broken: Gone | undefined
  let stageNow = ''
  let stageAtRevocation: string | undefined
  const pending: (PendingKey & { secret: string })[] = []
  const dead: NonNullable<CheckView['dead']> = {}

  /** Something is about to be done, or has just been: the machine may break here. */
  async function point(): Promise<void> {
    if (points++ !== at?.point || isSpent) return
    isSpent = true
    if (at.how === 'lock') await service.lock()
    else {
      broken = new Gone(at.how)
      throw broken
    }
  }

  const organization = organizationHandlers(service, () => time)
  const handler = adminHandlers({
    fetch: async (address, init) => {
      const url = new URL(address)
      await point()
      const wasLive = !old.revoked
      const { answer } = apiAnswer(
        {
          host: url.host,
          method: init.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          headers: { authorization: new Headers(init.headers).get('authorization') ?? '' },
          body: typeof init.body === 'string' ? init.body : '',
        },
        state,
      )
      if (wasLive && old.revoked) stageAtRevocation = stageNow
      await point()
      return new Response(answer.body, { status: answer.status, headers: answer.headers })
    },
    online: () => true,
    reader: async () => readAnswer,
    read: id => service.read(id),
    changeHistory: async () => noAnswer,
    keep: async (secret, label, project) => {
      await point()
      const id = `new-${points}`
      const saved = await service.withVault(vault =>
        vault.put({ id, provider: 'openai', kind: 'service', secret, label, project, createdAt: time }),
      )
      if (isFailure(saved))
        pending.push({
          id,
          provider: 'openai',
          kind: 'service',
          mask: '',
          name: label,
          capturedAt: time,
          from: 'paste',
          kept: 'inbox',
          secret,
        })
      else await service.changed([id])
      await point()
      return { ok: true, id }
    },
  })['screen.admin']

  /** A message to the worker: ended in its midst, it has no answer, and what ran in the page goes on. */
  async function sent<R>(work: () => Promise<R>): Promise<R | typeof noAnswer> {
    const answer = await work().catch(thrown => {
      if (!(thrown instanceof Gone)) throw thrown
      return noAnswer
    })
    const ended = broken
    broken = undefined
    if (ended?.message === 'browser') throw ended
    return ended ? noAnswer : answer
  }
  const sealed: Sealed = {
    read: () => sent(() => organization['screen.readSealed']({ name: 'replacements' }, sender)),
    keep: (text, noted) =>
      sent(async () => {
        await point()
        const done = await organization['screen.keepSealed']({ name: 'replacements', text, ...noted }, sender)
        await point()
        return done
      }),
  }
  const ports: ReplacementPorts = {
    now: () => time,
    clockAhead: () => 0,
    ask: (id, question) =>
      sent(async () => handler(v.parse(requests['screen.admin'], { id, ...question }), sender)),
    async note(step) {
      const noted = await noteStep(sealed, oldId, step)
      if (noted.ok) stageNow = stageOf(noted.run)
      return noted
    },
    confirmRevoked: () =>
      sent(async (): Promise<Reply> => {
        await point()
        dead[oldId] = { since: time, tries: 0 }
        return { ok: true }
      }),
  }
  const readRun = async (): Promise<Replacement> => {
    const kept = await organization['screen.readSealed']({ name: 'replacements' }, sender)
    const [run] = readBook(kept.ok ? kept.text : undefined)
    if (!run) throw new Error('No run is sealed.')
    return run
  }
  const accepts = (secret: string) =>
    apiAnswer(
      {
        host: 'api.openai.com',
        method: 'GET',
        path: '/v1/models',
        query: new URLSearchParams(),
        headers: { authorization: `Bearer ${secret}` },
        body: '',
      },
      state,
    ).answer.status === 200

  const there: There = {
    admin: adminId,
    project: project?.id ?? '',
    key: old.id,
    account,
    accountName: 'ci-runner',
    siblings,
  }

  /** What a person with the page open does next; one round. @returns is it over? */
  async function round(): Promise<boolean> {
    if ((await service.status()) === 'locked') {
      await service.unlock({ kind: 'passphrase', passphrase })
      await service.changed()
      for (const { id, secret, name = '' } of pending.splice(0)) {
        await service.withVault(vault =>
          vault.put({
            id,
            provider: 'openai',
            kind: 'service',
            secret,
            label: `${name} renamed`,
            createdAt: time,
          }),
        )
        await service.changed()
      }
    }
    // The health service tests what was saved, and asks for the second refusal.
    for (const row of (await service.rows()) ?? []) {
      const whole = await service.read(row.id)
      if (isFailure(whole) || row.kind === 'admin') continue
      const cause = accepts(whole.secret) ? 'ok' : 'invalid_key'
      const verdict = { ...outcomes[cause], cause, says: '', at: time, since: time } as const
      await service.withVault(vault => vault.edit(row.id, { verdict }))
      if (dead[row.id] && cause === 'invalid_key') dead[row.id] = { since: time, tries: 2, deadAt: time }
    }
    await service.changed()
    const rows = (await service.rows()) ?? []
    for (const step of stepsSeen(await readRun(), { rows, pending, revocations: dead, now: time }))
      await ports.note(step)
    if ((await service.status()) === 'locked') return false
    const went = await goOn(ports, await readRun(), dead[oldId] !== undefined)
    if ((await service.status()) === 'locked') return false
    const run = await readRun()
    // Unanswered: the person looks again.
    if (!went.ok) return false
    const stage = stageOf(run)
    if (stage === 'done') return true
    if (stage === 'create') {
      if (run.account !== undefined) await deleteNew(ports, run)
      else if (run.asked === undefined) await makeNext(ports, run)
    }
    if (stage === 'place') await ports.note({ step: 'placed', at: time })
    if (stage === 'wait') time += 3 * 3_600_000
    if (stage === 'delete') await deleteOld(ports, run)
    return false
  }

  await begin(sealed, { old: oldId, startedAt: time, there })
  points = 0
  return {
    state,
    admin,
    old,
    others,
    oldId,
    ports,
    sealed,
    readRun,
    service,
    there,
    points: () => points,
    wasBroken: () => isSpent,
    stageAtRevocation: () => stageAtRevocation,
    now: () => time,
    /** Until it is over; a browser that was closed is opened again. @returns so many rounds */
    async finish(): Promise<number> {
      for (let count = 1; count < 60; count++)
        try {
          if (await round()) return count
        } catch (thrown) {
          if (!(thrown instanceof Gone)) throw thrown
        }
      throw new Error(`It did not end: ${JSON.stringify(await readRun())}`)
    },
  }
}
