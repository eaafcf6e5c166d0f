/**
 * Keys that are replaced in the built extension by real presses, and what ends between two of them: the worker, the page, the browser, the
 * vault. Told by replacement.browser.ts (a sample) and replacement.soak.ts (every break at every place).
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { replacementLock } from '../../../src/features/rotation/core/replacement.ts'
import {
  clickMark,
  clickNamed,
  fill,
  type Harness,
  launch,
  says,
  shows,
  words,
} from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { type Practice, startPractice } from '../../practice/server.ts'
import type { PracticeKey } from '../../practice/state.ts'
import { walkGuide } from '../guide/walk.ts'
import { walks } from '../guide/walks.ts'
import { passphrase, send, withVault } from '../lock/vault-story.ts'

/** `pause`: by the person, who closes the page on it. */
export const ways = ['worker', 'page', 'browser', 'lock', 'pause'] as const
export type Way = (typeof ways)[number]
/**
 * Before an act; or amid it, when the platform has done what was asked, and its answer is under way still; or when that has come, and what goes
 * on by itself (a new key's check, an old one's refusals) is under way.
 */
export type Break = { act: string; when: 'before' | 'amid' | 'onwards'; way: Way }

const hour = 3_600_000
/** So long the platform's answers take where something ends amid them. */
const slow = 1_500

type Old = 'service' | 'own' | 'own, without an admin key'
type Act = {
  name: string
  run(scene: Scene): Promise<void>
  /** What is asked of the platform by one press; `isDone` there. Afterwards the person does what the page then offers. */
  asks?: {
    press(scene: Scene): Promise<void>
    isDone(scene: Scene): boolean
    /** The stage at which something goes on by itself afterwards. */
    onwards?: string
  }
}
export type Story = { name: string; old: Old; acts: Act[] }

/** One browser and one platform, in which stories are told one after the other; a browser that was killed is another one afterwards. */
export class Scene {
  h!: Harness
  screen!: Page
  id = ''
  private oldId = ''
  /** A folder of its own for each story. */
  folder = ''
  readonly practice: Practice
  readonly profile = mkdtempSync(join(tmpdir(), 'keyway-replace-'))
  private count = 0

  private readonly dist: string | undefined

  private constructor(practice: Practice, dist?: string) {
    this.practice = practice
    this.dist = dist
  }

  /** @param dist another build than the usual one */
  static async open(dist?: string): Promise<Scene> {
    const scene = new Scene(await startPractice(), dist)
    await scene.launch()
    scene.screen = await withVault(scene.h)
    return scene
  }

  private async launch(): Promise<void> {
    this.h = await launch({
      profile: this.profile,
      practice: this.practice,
      ...(this.dist && { dist: this.dist }),
    })
  }

  async close(): Promise<void> {
    await this.h.close()
    await this.practice.close()
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  /** The key that is replaced, as the platform has it now: what is set there makes its keys anew. */
  get old(): PracticeKey {
    const old = this.practice.state.keys.find(({ id }) => id === this.oldId)
    assert.ok(old, 'The old key is not there.')
    return old
  }

  async begin(of: Old): Promise<void> {
    this.count++
    this.folder = `shop-${this.count}`
    const { practice, screen } = this
    for (const { id } of (await this.h.session()).rows ?? []) await send(screen, 'screen.remove', { id })
    // An earlier key of that name would be another row of the page's list.
    for (const key of practice.state.keys) Object.assign(key, { name: `earlier ${key.name}` })
    this.oldId = practice.addKey({
      kind: of === 'service' ? 'service' : 'project',
      // The name by which the guides' walks know the key that they are about.
      name: of === 'service' ? `deploy-bot-${this.count}` : 'Laptop',
      createdAt: Date.now() - 3 * 24 * hour,
    }).id
    for (const ago of [30, 29]) {
      const at = new Date(Date.now() - ago * hour)
      practice.state.usage.push({
        day: at.toISOString().slice(0, 10),
        hour: at.getUTCHours(),
        keyId: this.old.id,
        project: this.old.project,
        model: 'gpt-5',
        requests: 3,
        inputTokens: 1,
        outputTokens: 1,
        dollars: 1,
      })
    }
    const save = async (secret: string, label: string) => {
      const saved = await send(screen, 'screen.paste', { text: secret, about: { label } })
      assert.ok(saved?.ok, `“${label}” was not saved: ${JSON.stringify(saved)}`)
      return saved.id
    }
    this.id = await save(this.old.secret, 'Deploy')
    if (of !== 'own, without an admin key') {
      await save(practice.addKey({ kind: 'admin' }).secret, 'Owner key')
      await this.goTo('organization')
      await clickMark(screen, '[data-keyway="read-organization"]')
      await poll(
        async () => (await this.h.session()).rows?.some(row => row.trackingId === this.old.id),
        'the platform’s id of the key to be known',
      )
    }
    await this.rememberProject(`A=1\nOPENAI_API_KEY=${this.old.secret}\n`)
    await this.openRun()
  }

  async goTo(hash: string): Promise<void> {
    await this.screen.bringToFront()
    await this.screen.evaluate(hash => {
      location.hash = hash
    }, hash)
  }

  async openRun(): Promise<void> {
    await this.goTo(`replace/${this.id}`)
  }

  at = (...stages: string[]): Promise<string> =>
    poll(
      async () => {
        const stage = await this.stage()
        return stages.includes(stage ?? '') && stage
      },
      async () => `the stage “${stages.join('” or “')}”; the page says: ${await words(this.screen)}`,
    )

  stage = (): Promise<string | undefined> =>
    this.screen.evaluate(
      () => document.querySelector<HTMLElement>('[data-keyway="replacement"]')?.dataset.stage,
    )

  /** A press on what is busy would be no press. */
  press = (mark: string): Promise<void> =>
    clickMark(this.screen, `[data-keyway="${mark}"]:not([aria-disabled="true"])`)

  /** Presses it if it is there and free now: what it was offered for may be done by the time. */
  async pressIfThere(mark: string): Promise<void> {
    const button = await this.screen.$(`[data-keyway="${mark}"]:not([aria-disabled="true"])`)
    await button?.click().catch(() => {})
  }

  has = async (mark: string): Promise<boolean> => (await this.screen.$(`[data-keyway="${mark}"]`)) !== null

  /** What ends, and the person who comes back. */
  async end(way: Way): Promise<void> {
    switch (way) {
      case 'worker':
        return this.h.killWorker()
      case 'page':
        return this.newPage()
      case 'browser':
        await this.h.kill()
        await this.launch()
        this.screen = await this.h.extensionPage(this.h.paths.dashboard)
        return this.unlock()
      case 'lock':
        await send(this.screen, 'screen.lock', {})
        return this.unlock()
      case 'pause':
        // Before it began, and at its end, there is nothing to pause.
        if (!(await this.has('replace-pause'))) return this.newPage()
        // It may be busy just now; and the second refusal may come at this very moment: then the replacement is over.
        await poll(
          async () => {
            if ((await this.has('replace-continue')) || (await this.stage()) === 'done') return true
            await this.pressIfThere('replace-pause')
            return false
          },
          async () => `the pause; the page says: ${await words(this.screen)}`,
        )
        if (!(await this.has('replace-continue'))) return this.newPage()
        await says(this.screen, 'Paused. Keyway does nothing until you continue.')
        await this.newPage()
        await says(this.screen, 'Paused. Keyway does nothing until you continue.')
        return this.press('replace-continue')
    }
  }

  private async newPage(): Promise<void> {
    const next = await this.h.extensionPage(this.h.paths.dashboard)
    await this.screen.close()
    this.screen = next
    await this.openRun()
  }

  private async unlock(): Promise<void> {
    const opened = await send(this.screen, 'screen.unlock', { passphrase })
    assert.ok(opened?.ok, `The vault did not open: ${JSON.stringify(opened)}`)
    await this.openRun()
  }

  /** As if the new key had been in place for so long already: pages and worker go by this computer's real clock. */
  async hoursPass(count: number): Promise<void> {
    await this.screen.evaluate(
      (lock, earlier) =>
        navigator.locks.request(lock, async () => {
          const kept = await chrome.runtime.sendMessage({
            name: 'screen.readSealed',
            payload: { name: 'replacements' },
          })
          const book = JSON.parse(kept.text)
          for (const run of book.runs) if (run.placedAt) run.placedAt -= earlier
          await chrome.runtime.sendMessage({
            name: 'screen.keepSealed',
            payload: { name: 'replacements', text: JSON.stringify(book) },
          })
        }),
      replacementLock,
      count * hour,
    )
  }

  fresh(): PracticeKey {
    const made = this.practice.state.keys.filter(
      key => !key.revoked && key.kind !== 'admin' && key.createdAt > this.old.createdAt + hour,
    )
    assert.equal(
      made.filter(({ name }) => !name.startsWith('earlier ')).length,
      1,
      `One new key should be live: ${made.map(({ name }) => name)}`,
    )
    return made.find(({ name }) => !name.startsWith('earlier ')) as PracticeKey
  }

  /** A real folder of the browser's own file system, as if the key had been put there. */
  private rememberProject(env: string): Promise<void> {
    return this.screen.evaluate(
      async (id, name, env) => {
        const root = await navigator.storage.getDirectory()
        const folder = await root.getDirectoryHandle(name, { create: true })
        for (const [file, content] of [
          ['.env', env],
          ['.gitignore', '.env\n'],
        ] as const) {
          const writing = await (await folder.getFileHandle(file, { create: true })).createWritable()
          await writing.write(content)
          await writing.close()
        }
        await new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('keyway-folders', 1)
          opening.onupgradeneeded = () => void opening.result.createObjectStore('folders')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const writing = opening.result.transaction('folders', 'readwrite', { durability: 'strict' })
            writing.objectStore('folders').put([{ folder, at: Date.now() - 1000 }], id)
            writing.oncomplete = () => {
              opening.result.close()
              resolve()
            }
          }
        })
      },
      this.id,
      this.folder,
      env,
    )
  }

  env = (): Promise<string> =>
    this.screen.evaluate(async name => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name)
      return (await (await folder.getFileHandle('.env')).getFile()).text()
    }, this.folder)
}

/** By the guide that the page's own button begins, from its first step to its receipt. */
async function byGuide(scene: Scene, guide: string): Promise<void> {
  const walk = walks.find(one => one.guide === guide)
  assert.ok(walk)
  const { subject: _, ...rest } = walk
  await walkGuide(scene.h, scene.screen, {
    ...rest,
    begin: async () => {
      await scene.screen.bringToFront()
      await clickNamed(scene.screen, 'Show me how')
      return scene.h.pageAt(/^https:\/\/platform\.openai\.com\//).catch(async error => {
        throw new Error(`${error}; the page says: ${await words(scene.screen)}`)
      })
    },
  })
  await scene.screen.bringToFront()
}

async function askToPut(scene: Scene): Promise<void> {
  await send(scene.screen, 'screen.prove', { passphrase })
  await scene.press('put-standby')
}

async function putInto(scene: Scene, secret: () => string): Promise<void> {
  await askToPut(scene)
  await says(scene.screen, `Done: ${scene.folder}/.env.`)
  assert.equal(await scene.env(), `A=1\nOPENAI_API_KEY=${secret()}\n`)
}

const start: Act = {
  name: 'start',
  async run(scene) {
    await scene.press('replace-start')
    await scene.at('create')
  },
}

/** What a person does until there is a new key, whatever became of the one that was asked for. */
async function untilMade(scene: Scene, look: () => Promise<void>): Promise<void> {
  await poll(
    async () => {
      await look()
      const stage = await scene.stage()
      if (stage === 'place') return true
      // It waits where the vault was locked meanwhile.
      if (stage === 'check') await scene.pressIfThere('commit')
      if (stage === 'create')
        for (const offered of ['replace-make-another', 'replace-look', 'replace-make'])
          await scene.pressIfThere(offered)
      return false
    },
    async () => `the new key; the page says: ${await words(scene.screen)}`,
  )
}

const make: Act = {
  name: 'make',
  async run(scene) {
    await scene.press('replace-make')
    await scene.at('place')
    assert.match(scene.fresh().name, new RegExp(`^${scene.old.name}-\\d{4}-\\d\\d-\\d\\d$`))
  },
  asks: {
    press: scene => scene.press('replace-make'),
    isDone: ({ practice, old }) =>
      practice.state.keys.some(({ name, kind }) => kind === 'service' && name.startsWith(`${old.name}-`)),
    onwards: 'check',
  },
}

const makeByGuide: Act = {
  name: 'make by the guide',
  async run(scene) {
    await says(scene.screen, 'Make a key with the same permissions in the same project')
    await byGuide(scene, 'create-key')
    await shows(scene.screen, '[data-keyway="replace-use"]')
  },
}

const use: Act = {
  name: 'use it',
  async run(scene) {
    await scene.press('replace-use')
    await scene.at('place')
  },
}

const put: Act = {
  name: 'put it in the project',
  async run(scene) {
    await scene.at('place')
    await putInto(scene, () => scene.fresh().secret)
  },
  // The file is written by the page: it may be written by then, or not.
  asks: { press: askToPut, isDone: () => true },
}

/** Whoever came back looks whether the file has the key, and presses again where it has not. */
const untilPut = (secret: (scene: Scene) => string) => async (scene: Scene) => {
  await poll(
    async () => {
      if ((await scene.env()) === `A=1\nOPENAI_API_KEY=${secret(scene)}\n`) return true
      if (await scene.has('put-standby')) await askToPut(scene).catch(() => {})
      return false
    },
    async () => {
      const env = await scene.env()
      const keys = scene.practice.state.keys.map(
        ({ name, secret: one, revoked }) =>
          `${name}${revoked ? ', revoked' : ''}${env.includes(one) ? ', in the file' : ''}`,
      )
      return `the key in the file; of ${keys.join('; ')}; the page: ${await words(scene.screen)}`
    },
  )
}

const placed: Act = {
  name: 'in place everywhere',
  async run(scene) {
    await scene.press('replace-placed')
    await scene.at('wait')
  },
}

const quiet: Act = {
  name: 'wait',
  async run(scene) {
    await says(scene.screen, 'A model last answered the old key in the hour from')
    await scene.hoursPass(5)
    await scene.press('replace-read-calls')
    await scene.at('delete')
  },
}

const notWaited: Act = {
  name: 'wait, by the person’s word',
  async run(scene) {
    await says(scene.screen, 'Keyway cannot see its calls.')
    await scene.press('replace-not-wait')
    await scene.at('delete')
  },
}

const endField = '[data-keyway="replacement"] form input'
const askToDelete = async (scene: Scene) => {
  await fill(scene.screen, endField, scene.old.secret.slice(-4))
  assert.equal(scene.old.revoked, false)
  await scene.press('replace-delete')
}

const remove: Act = {
  name: 'delete',
  async run(scene) {
    await scene.at('delete')
    await says(scene.screen, 'A model last answered the old key in the hour from')
    await askToDelete(scene)
    await scene.at('confirm', 'done')
    assert.equal(scene.old.revoked, true)
  },
  asks: {
    press: askToDelete,
    isDone: ({ old }) => old.revoked,
    onwards: 'confirm',
  },
}

/** A press whose answer never came is pressed again, if the page has not looked by itself. */
async function untilDeleted(scene: Scene, look: () => Promise<void>): Promise<void> {
  await poll(
    async () => {
      await look()
      const stage = await scene.stage()
      if (stage === 'confirm' || stage === 'done') return true
      // The form goes as soon as the page knows: nothing here waits for it.
      const field = stage === 'delete' && (await scene.screen.$(endField))
      if (!field) return false
      await field.click({ count: 3 })
      await field.type(scene.old.secret.slice(-4))
      await scene.pressIfThere('replace-delete')
      return false
    },
    async () => `the deletion to be known; the page says: ${await words(scene.screen)}`,
  )
}

const removeByGuide: Act = {
  name: 'delete by the guide',
  async run(scene) {
    await scene.at('delete')
    await byGuide(scene, 'revoke-key')
    assert.equal(scene.old.revoked, true)
    // The guide's own proof may have been enough.
    if ((await scene.stage()) === 'delete') await scene.press('replace-deleted').catch(() => {})
    await scene.at('confirm', 'done')
  },
}

const replaced: Act = {
  name: 'done',
  async run(scene) {
    await scene.at('done')
    await says(scene.screen, /OpenAI has refused the old key since/)
    assert.equal(await scene.env(), `A=1\nOPENAI_API_KEY=${scene.fresh().secret}\n`)
    await scene.goTo('activity')
    await says(scene.screen, 'Key replaced, the old one revoked')
    for (const { secret } of [scene.old, scene.fresh()])
      assert.ok(!(await scene.screen.content()).includes(secret.slice(12)), 'A screen shows a key.')
  },
}

const undo: Act = {
  name: 'undo',
  async run(scene) {
    await scene.press('replace-undo')
    await scene.at('undo')
  },
}

const putBack: Act = {
  name: 'put the old key back',
  run: scene => putInto(scene, () => scene.old.secret),
  asks: { press: askToPut, isDone: () => true },
}

const isNewGone = ({ practice, old }: Scene) =>
  practice.state.keys.every(
    ({ name, kind, revoked }) => kind !== 'service' || revoked || !name.startsWith(`${old.name}-`),
  )
const deleteNew: Act = {
  name: 'delete the new account',
  async run(scene) {
    await scene.press('replace-delete-new')
    await poll(
      async () => isNewGone(scene) && !(await scene.has('replace-delete-new')),
      'the new account to be gone',
    )
  },
  asks: { press: scene => scene.press('replace-delete-new'), isDone: isNewGone },
}

async function untilNewGone(scene: Scene): Promise<void> {
  await scene.at('undo')
  await poll(
    async () => {
      if (!(await scene.has('replace-delete-new'))) return true
      await scene.pressIfThere('replace-delete-new')
      return false
    },
    async () => `the new account to be gone; the page says: ${await words(scene.screen)}`,
  )
}

const undone: Act = {
  name: 'undone',
  async run(scene) {
    await scene.press('replace-undone')
    await scene.at('undone')
    await says(scene.screen, 'The old key stays in use.')
    assert.equal(scene.old.revoked, false)
    assert.equal(await scene.env(), `A=1\nOPENAI_API_KEY=${scene.old.secret}\n`)
    await scene.goTo('activity')
    await says(scene.screen, 'Replacement of a key undone')
  },
}

/** What a person does until it is done, whatever ended; `look` is called each time that they look. */
type GoOn = (scene: Scene, look: () => Promise<void>) => Promise<void>
const goneOn = new Map<Act, GoOn>([
  [make, untilMade],
  [put, untilPut(scene => scene.fresh().secret)],
  [putBack, untilPut(scene => scene.old.secret)],
  [remove, untilDeleted],
  [deleteNew, untilNewGone],
])

export const stories: Story[] = [
  {
    name: 'a service account’s key',
    old: 'service',
    acts: [start, make, put, placed, quiet, remove, replaced],
  },
  {
    name: 'a person’s own key, deleted through the Admin API',
    old: 'own',
    acts: [start, makeByGuide, use, put, placed, quiet, remove, replaced],
  },
  {
    name: 'a person’s own key, without an admin key',
    old: 'own, without an admin key',
    acts: [start, makeByGuide, use, put, placed, notWaited, removeByGuide, replaced],
  },
  {
    name: 'undone before the delete',
    old: 'service',
    acts: [start, make, put, placed, quiet, undo, putBack, deleteNew, undone],
  },
  { name: 'undone as soon as it was made', old: 'service', acts: [start, make, undo, deleteNew, undone] },
  { name: 'undone before anything was made', old: 'own', acts: [start, undo, undone] },
]

export const storyOf = (name: string): Story => {
  const story = stories.find(one => one.name === name)
  assert.ok(story, `There is no story “${name}”.`)
  return story
}

/** Every place of a story at which something may end. */
export const placesOf = ({ acts }: Story): Omit<Break, 'way'>[] =>
  acts.flatMap(({ name, asks }) => [
    { act: name, when: 'before' as const },
    ...(asks ? [{ act: name, when: 'amid' as const }] : []),
    ...(asks?.onwards ? [{ act: name, when: 'onwards' as const }] : []),
  ])

/** Tells it from its beginning to its end, with what ends on the way. @returns how often something ended */
export async function tell(scene: Scene, { old, acts }: Story, breaks: readonly Break[]): Promise<number> {
  await scene.begin(old)
  let count = 0
  for (const act of acts) {
    const before = breaks.find(one => one.act === act.name && one.when === 'before')
    const [amid, onwards] = (['amid', 'onwards'] as const).map(when =>
      breaks.find(one => one.act === act.name && one.when === when),
    )
    if (before) {
      count++
      await scene.end(before.way)
    }
    const { asks } = act
    if (!(amid || onwards) || !asks) {
      await act.run(scene)
      continue
    }
    // What is under way cannot be paused, but the person may leave it.
    const end = async ({ way }: Break) => {
      count++
      await scene.end(way === 'pause' ? 'page' : way)
    }
    let isOnwards = onwards !== undefined
    scene.practice.set({ api: { latency: slow } })
    try {
      await asks.press(scene)
      await poll(
        () => asks.isDone(scene),
        async () => `the platform to have done “${act.name}”; the page says: ${await words(scene.screen)}`,
      )
      if (amid) await end(amid)
      if (!onwards) scene.practice.set({ api: { latency: 0 } })
      await goneOn.get(act)?.(scene, async () => {
        if (!onwards || !isOnwards || (await scene.stage()) !== asks.onwards) return
        isOnwards = false
        await end(onwards)
      })
    } finally {
      scene.practice.set({ api: { latency: 0 } })
    }
  }
  scene.h.assertClean()
  return count
}
