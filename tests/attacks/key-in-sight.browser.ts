/** What a person sees is what is taken: keys in every shape and container, and beside them keys where nobody sees one. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mask } from '../../src/features/copy/core/mask.ts'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { atStep, begin, view } from '../features/guide/on-keys-page.ts'
import { send, withVault } from '../features/lock/vault-story.ts'
import { pressCard } from '../overlay/overlay.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report, sampleOf, tries } from './outcome.ts'
import { beginSwapping, swaps } from './picture-swaps.ts'
import {
  type Answer,
  askFor,
  besides,
  containers,
  dice,
  draw,
  shapes,
  stage,
  tricks,
} from './sight-scenes.ts'

let h: Harness
let page: Page
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
  page = await stage(h)
})
afterAll(() => h.close())

const seed = 20261121
const inBox = containers['a box above the page'] ?? (inner => inner)

/** The scenes that did not come out as they should, in words. */
async function failing<T>(scenes: T[], wrong: (scene: T) => Promise<string | undefined>): Promise<string[]> {
  const failed: string[] = []
  for (const scene of scenes) failed.push(...[(await wrong(scene)) ?? []].flat())
  return failed
}

function draws(roll: () => number) {
  return <T>(table: Record<string, T>): [name: string, value: T] => {
    const all = Object.entries(table)
    return all[Math.floor(roll() * all.length)] as [string, T]
  }
}

test('a key is seen in every shape', async () => {
  const failed = await failing(sampleOf(Object.entries(shapes), 3), async ([name, shape]) => {
    const key = makeSecret('project')
    await draw(page, inBox(shape(key)))
    const answer = await askFor(h, page)
    return answer.key === key ? undefined : `${name}: ${JSON.stringify(answer)}`
  })
  expect(failed).toEqual([])
})

test('a key is seen in any shape, in any container, beside anything that is none', async () => {
  const roll = dice(seed)
  const one = draws(roll)
  const scenes = Array.from(
    { length: tries(30, 1_000) },
    () => [one(shapes), one(containers), one(besides)] as const,
  )
  const failed = await failing(scenes, async ([[shape, of], [container, around], [beside, more]]) => {
    const key = makeSecret(roll() < 0.5 ? 'project' : 'legacy')
    await draw(page, around(`${more}<div>${of(key)}</div>`))
    const answer = await askFor(h, page)
    return answer.key === key
      ? undefined
      : `${shape}, in ${container}, beside ${beside}: ${JSON.stringify(answer)}`
  })
  expect(failed).toEqual([])
}, 900_000)

test('nothing is seen where a person sees none', async () => {
  const failed = await failing(sampleOf(Object.entries(tricks), 2), async ([name, trick]) => {
    await draw(page, inBox(trick(makeSecret('project'))))
    const answer = await askFor(h, page)
    return answer?.none ? undefined : `${name}: ${JSON.stringify(answer)}`
  })
  expect(failed).toEqual([])
})

/** How a key was found before: the first field that holds a whole one and is not hidden, or else the first such text. */
const firstThatIsThere = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const whole = /sk-[\w-]{20,400}/
    const fields = [...document.querySelectorAll<HTMLInputElement>('#scene input, #scene textarea')]
    const field = fields.find(
      one => one.checkVisibility({ visibilityProperty: true }) && whole.test(one.value),
    )
    return whole.exec(field?.value ?? document.getElementById('scene')?.textContent ?? '')?.[0]
  })

/**
 * Of these tricks a person sees something: a key cut short that is not the whole one in sight. Where both stand in one part of the page,
 * only the person can say which is theirs: a lesson's key stands whole beside the dots of their own. They are asked, with the whole one
 * as all there is to choose.
 */
const cutShort = ['shortened', 'a shortened form whose end differs from the attribute’s']

test('the key in sight is taken, never the one that is not, whichever comes first', async () => {
  const roll = dice(seed + 1)
  const one = draws(roll)
  let landed = 0
  let landedWithoutGuard = 0
  const rounds = tries(1, 3)
  const all = Array.from({ length: rounds }, () => sampleOf(Object.entries(tricks), 2)).flat()
  const failed = await failing(all, async ([name, trick]) => {
    const [real, other] = [makeSecret('project'), makeSecret('project')]
    const [shape, of] = one(shapes)
    const [container, around] = one(containers)
    const parts = [`<div>${trick(other)}</div>`, `<div style="margin-top:12px">${of(real)}</div>`]
    await draw(page, around((roll() < 0.7 ? parts : parts.toReversed()).join('')))
    const answer = await askFor(h, page)
    if (answer.key === other || answer.keys?.includes(other)) landed++
    if ((await firstThatIsThere(page)) === other) landedWithoutGuard++
    if (answer.key === real) return undefined
    if (cutShort.includes(name) && answer.keys?.join() === real) return undefined
    return `${name}, beside ${shape} in ${container}: ${JSON.stringify(answer)}, real …${real.slice(-4)}`
  })
  expect(failed).toEqual([])
  report({
    attack: 'put another key where the visible one seems to be',
    attacker: 'script in the page',
    asset: 'the key that the person means to save',
    tries: all.length,
    landed,
    control: { tries: all.length, landed: landedWithoutGuard },
  })
}, 900_000)

test.each<[string, (inner: string) => string, (key: string) => Answer]>([
  [
    'in one dialog, a word right before and behind it',
    inner => `<p><b>Key</b>${inner}<button>Copy</button></p>`,
    key => ({ keys: [key] }),
  ],
  ['in one dialog, in a line of its own', inner => `<p>${inner}</p>`, key => ({ keys: [key] })],
  ['in a row of a list', inner => `<table><tr><td>${inner}</td></tr></table>`, key => ({ key })],
  [
    'in a row behind its name',
    inner => `<table><tr><td>Bot</td><td>${inner}</td></tr></table>`,
    key => ({ key }),
  ],
])('a whole key beside the shortened form of another, %s', async (_, around, answer) => {
  const key = makeSecret('project')
  for (const form of ['sk-proj-…0000', 'sk-proj-••••••0000', `${makeSecret('project').slice(0, 60)}…`])
    for (const shape of ['a paragraph', 'a read-only field', 'a text area'])
      for (const isFirst of [true, false]) {
        const parts = [around(form), `<div>${shapes[shape]?.(key)}</div>`]
        const dialog = containers['a dialog by its role'] ?? inBox
        await draw(page, dialog((isFirst ? parts : parts.toReversed()).join('')))
        expect(await askFor(h, page), `${form}, ${shape}`).toEqual(answer(key))
      }
})

test('a whole key beside its own shortened form is taken, whatever stands beside that', async () => {
  const key = makeSecret('project')
  const form = `sk-proj-…${key.slice(-4)}`
  for (const beside of [
    `<p>${form}<button>Copy</button></p>`,
    `<p><b>Key</b>${form}</p>`,
    `<input value="${form}">`,
  ]) {
    await draw(
      page,
      (containers['a dialog by its role'] ?? inBox)(`${beside}<p style="overflow-wrap:anywhere">${key}</p>`),
    )
    expect(await askFor(h, page), beside).toEqual({ key })
  }
})

test('the key of the picture is taken, not the one that the page holds between two pictures', async () => {
  let [landed, landedWithoutGuard, count] = [0, 0, 0]
  const times = tries(2, 12)
  for (const [name, swap] of sampleOf(Object.entries(swaps), 3)) {
    const [seen, other] = [makeSecret('project'), makeSecret('project')]
    await beginSwapping(page, seen, other, swap)
    for (let time = 0; time < times; time++) {
      count++
      const answer = await askFor(h, page)
      if (answer.key === other || answer.keys?.includes(other)) landed++
      else expect(answer, name).toEqual({ key: seen })
      // A task like any other finds what the page holds then.
      if ((await firstThatIsThere(page)) === other) landedWithoutGuard++
    }
  }
  report({
    attack: 'hold another key between two pictures of the screen',
    attacker: 'script in the page',
    asset: 'the key that the person means to save',
    tries: count,
    landed,
    control: { tries: count, landed: landedWithoutGuard },
  })
})

const lesson = (key: string) =>
  `<pre style="white-space:pre-wrap;word-break:break-all">curl https://api.openai.com/v1/models -H "Authorization: Bearer ${key}"</pre>`
const random = makeSecret('project')

test.each<[string, (real: string) => string]>([
  ['a random key in a command', real => lesson(random) + shapes['a read-only field']?.(real)],
  [
    'two keys side by side',
    real => `<p style="word-break:break-all">${random}</p><p style="word-break:break-all">${real}</p>`,
  ],
  [
    'a random key said to be an example',
    real =>
      `<p>Example:</p><code style="word-break:break-all">${random}</code><p>Yours</p><div>${shapes['a code element']?.(real)}</div>`,
  ],
])(
  '%s beside the real one: the person is asked by the last four, and the one they choose is taken',
  async (_, scene) => {
    const real = makeSecret('project')
    await draw(page, inBox(scene(real)))
    await page.bringToFront()
    expect(await send(screen, 'screen.takeKey', {})).toMatchObject({ ok: false, code: 'choose' })
    expect((await h.session()).shownKeys?.toSorted()).toEqual([mask(random), mask(real)].sort())
    expect((await h.session()).pending ?? []).toEqual([])
    expect(await send(screen, 'screen.takeKey', { mask: mask(real) })).toMatchObject({ ok: true })
    const [pending] = (await h.session()).pending ?? []
    expect([pending?.mask, (await h.session()).shownKeys]).toEqual([mask(real), []])
    expect(await send(screen, 'screen.takeKey', { mask: 'sk-proj-…none' })).toMatchObject({ code: 'gone' })
    await send(screen, 'screen.discard', { id: pending?.id ?? '' })
  },
)

test('an example alone is never taken without a word, and what stands out of sight is said to', async () => {
  await draw(page, inBox(lesson(random)))
  expect(await askFor(h, page)).toEqual({ keys: [random] })
  await draw(page, inBox(tricks['a password']?.(random) ?? ''))
  await page.bringToFront()
  expect(await send(screen, 'screen.takeKey', {})).toMatchObject({ code: 'out_of_sight' })
  h.assertClean()
})

test('a page of many parts and much text that looks like keys still answers', async () => {
  const key = makeSecret('project')
  await draw(page, inBox(`<p style="word-break:break-all">${key}</p>`))
  await page.evaluate(() => {
    const scene = document.getElementById('scene') as HTMLElement
    for (let at = 0; at < 10_000; at++) {
      const line = document.createElement('p')
      // What is far out of sight is not laid out, as in any page of this size that a person can still use.
      line.style.cssText = 'content-visibility:auto;contain-intrinsic-size:300px 20px'
      line.textContent = 'lorem sk-ipsum '.repeat(70)
      scene.prepend(line)
    }
  })
  expect(await askFor(h, page)).toMatchObject({ key })
})

test('while a guide runs: what came after the person’s act is the new key, wherever it stands, and what was there before is not', async () => {
  const scene = await begin(h, screen)
  await scene.page.setBypassCSP(true)
  await scene.page.reload({ waitUntil: 'load' })
  await atStep(scene, 'open')
  const [before, typed, real] = [makeSecret('project'), makeSecret('project'), makeSecret('project')]
  const text = (key: string) => `<p style="word-break:break-all">${key}</p>`
  await draw(scene.page, inBox(text(before)))
  const asked = async () => askFor(h, scene.page, false)
  expect(await asked()).toEqual({ none: true })
  await scene.page.mouse.click(5, 5)
  // The person's own typing is no new key either.
  await draw(scene.page, inBox(`${text(before)}<input id="mine" size="40">`))
  await scene.page.click('#mine')
  await scene.page.keyboard.type(typed)
  expect(await asked()).toEqual({ none: true })
  expect((await view(h))?.step).toBe('open')

  await draw(
    scene.page,
    inBox(text(before) + lesson(makeSecret('project')) + (shapes['text in spans']?.(real) ?? '')),
  )
  await atStep(scene, 'save')
  expect(await asked()).toEqual({ key: real })
  await pressCard(scene.page, 'Save to Keyway')
  await poll(async () => (await h.session()).pending?.some(key => key.mask === mask(real)), 'the key to wait')
  expect((await h.session()).pending).toHaveLength(1)
  h.assertClean()
})
