/**
 * Every target of every guide, looked for with the real locator on the practice pages: in each layout, in each state of page and
 * dialog, without the extension. It fails when the locator points at something while the thing that is meant stands there and can
 * be pressed. What it cannot see is counted and told with LIST=1: on old layouts "I can't see it" may be the right answer.
 */
import puppeteer, { type Page } from 'puppeteer-core'
import { pageOf } from '../../src/features/guide/core/platform-pages.ts'
import { guides } from '../../src/guides/index.ts'
import type { Description } from '../../src/locator/description.ts'
import { findBrowser } from '../../tools/browser.mjs'
import { usualMarks } from '../features/guide/walk.ts'
import { walks } from '../features/guide/walks.ts'
import { bundle, locatorFile } from '../locator/in-browser.ts'
import { resolverRules } from './hosts.ts'
import type { MarkName } from './marks.ts'
import { enter, looks, scenes } from './scenes.ts'
import { startPractice } from './server.ts'

interface Sought {
  id: string
  marks: MarkName[]
  pages: string[]
  is: Description[]
}

export async function run(_: { seed: number }): Promise<string> {
  const practice = await startPractice()
  const browser = await puppeteer.launch({
    executablePath: (await findBrowser()) ?? '/usr/bin/chromium',
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 900 },
    args: ['--no-sandbox', `--host-resolver-rules=${resolverRules(practice.port)}`],
  })
  const wrong: string[] = []
  const lines: string[] = []
  try {
    const page = await browser.newPage()
    await page.evaluateOnNewDocument(await bundle(locatorFile, 'keyway'))
    const sought = allTargets()
    for (const look of looks) {
      if (process.env.LOOK && look.name !== process.env.LOOK) continue
      const unseen = new Map<string, string[]>()
      let right = 0
      for (const scene of scenes) {
        if (!(await enter(page, practice, scene, look.patch))) continue
        const key = practice.state.keys[0]
        const family = pageOf(page.url())
        const answers = await lookFor(
          page,
          sought,
          family,
          key?.secret.slice(-4) ?? 'none',
          key?.id ?? 'none',
        )
        answers.forEach((answer, index) => {
          const { id, pages } = sought[index] as Sought
          if (answer === 'right') right++
          else if (answer === 'missing' && (pages.length === 0 || pages.includes(family))) {
            unseen.set(id, [...(unseen.get(id) ?? []), scene.name])
          } else if (answer.startsWith('wrong'))
            wrong.push(`${look.name}, ${scene.name}: ${id} is at ${answer.slice(6)}`)
        })
      }
      lines.push(`${look.name}: ${right} right, ${unseen.size} targets not seen somewhere`)
      if (process.env.LIST) for (const [id, where] of unseen) lines.push(`    ${id}: ${where.join(', ')}`)
    }
  } finally {
    await browser.close()
    await practice.close()
  }
  if (wrong.length > 0)
    throw new Error(`The locator points at something else:\n${wrong.join('\n')}\n${lines.join('\n')}`)
  return `targets on the practice pages, none wrong; ${lines.join(process.env.LIST ? '\n' : '; ')}`
}

function allTargets(): Sought[] {
  return guides.flatMap(guide => {
    const known = { ...usualMarks, ...walks.find(walk => walk.guide === guide.id)?.marks }
    return Object.entries(guide.targets).flatMap(([name, target]) => {
      const marks = known[name]
      if (!marks) return []
      const steps = guide.steps.filter(step => step.target === name || step.via?.includes(name))
      return [
        {
          id: `${guide.id}.${name}`,
          marks: [marks].flat(),
          pages: steps.flatMap(step => step.page ?? []),
          is: [target.is].flat().map(description => ({
            ...description,
            ...(target.inRow && { within: { ...description.within, row: ['{oldLastFour}'] } }),
          })),
        },
      ]
    })
  })
}

type Answer = 'right' | 'missing' | 'elsewhere' | `wrong ${string}`

function lookFor(
  page: Page,
  sought: Sought[],
  family: string,
  lastFour: string,
  id: string,
): Promise<Answer[]> {
  const filled: Sought[] = JSON.parse(
    JSON.stringify(sought)
      .replaceAll('{oldLastFour}', lastFour)
      .replaceAll('{oldTrackingId}', id)
      .replace(/\{[^}"]*\}/g, 'Nothing like it'),
  )
  return page.evaluate(
    (sought, family): Answer[] => {
      const { keyway, __practice } = window as unknown as {
        keyway: typeof import('../../src/locator/index.ts')
        __practice: { allMarked(name: string): Element[] }
      }
      const canBePressed = (element: Element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const top = width > 0 ? document.elementFromPoint(x + width / 2, y + height / 2) : null
        return (
          top !== null && (element.contains(top) || top.contains(element)) && !element.matches(':disabled')
        )
      }
      return sought.map(({ marks, is }): Answer => {
        let found: Element | undefined
        for (const description of is) {
          if (description.within?.page && description.within.page !== family) continue
          const located = keyway.locate(document, description)
          if (located.status !== 'found') continue
          found = located.element
          break
        }
        const meant = marks.flatMap(name => __practice.allMarked(name))
        if (!found) return meant.some(canBePressed) ? 'missing' : 'elsewhere'
        if (meant.some(one => one === found || one.contains(found) || found.contains(one))) return 'right'
        const name = found.getAttribute('aria-label') ?? found.textContent ?? ''
        return meant.some(canBePressed) ? `wrong ${found.localName} “${name.slice(0, 40)}”` : 'elsewhere'
      })
    },
    filled,
    family,
  )
}
