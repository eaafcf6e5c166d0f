/** Describes on the page as it was, looks on the page as it is, and counts by kind of drift. */

import type { Description, Located } from '../../src/locator/description.ts'
import { type Drifted, drifted, type Kind, kinds, type Node } from './drift.ts'
import { bundle, locatorFile, openBrowser } from './in-browser.ts'

type Locator = {
  describe(element: Element): Description
  locate(root: Document, target: Description): Located
}
export type Tally = { pages: number; found: number; wrong: number; false: number; here: number; gone: number }
export type Miss = { seed: number; kind: Kind; way: string; verdict: string; why: string }

const tally = (): Tally => ({ pages: 0, found: 0, wrong: 0, false: 0, here: 0, gone: 0 })

export async function runDrift(
  seeds: readonly number[],
  practice: readonly Node[] = [],
): Promise<{ table: string; recorded: Tally; hand: Tally; misses: Miss[] }> {
  const open = await openBrowser(await bundle(locatorFile, 'keyway'))
  const counts = new Map<string, Tally>()
  const misses: Miss[] = []
  const recorded = tally()
  const hand = tally()
  const batch = 40
  try {
    for (let i = 0; i < seeds.length; i += batch) {
      const pages = seeds.slice(i, i + batch).map(seed => drifted(seed, practice))
      const answers = await open.page.evaluate(look, pages)
      answers.forEach((ways, n) => {
        const { kind, here } = pages[n] as Drifted
        for (const { way, verdict, why } of ways) {
          const row = counts.get(`${way} ${kind}`) ?? tally()
          counts.set(`${way} ${kind}`, row)
          for (const one of [row, way === 'recorded' ? recorded : hand]) {
            one.pages++
            one[here ? 'here' : 'gone']++
            if (verdict !== 'none') one[verdict]++
          }
          if (verdict !== (here ? 'found' : 'none'))
            misses.push({ seed: seeds[i + n] ?? 0, kind, way, verdict, why })
        }
      })
    }
  } finally {
    await open.close()
  }
  const lines = ['| drift | pages | found % | wrong % | false % |', '|---|---|---|---|---|']
  const share = (part: number, whole: number) => (whole ? ((100 * part) / whole).toFixed(1) : '')
  const line = (name: string, one: Tally) =>
    lines.push(
      `| ${name} | ${one.pages} | ${share(one.found, one.here)} | ${share(one.wrong, one.here)} | ${share(one.false, one.gone)} |`,
    )
  for (const way of ['recorded', 'hand-written'])
    for (const kind of kinds) {
      const row = counts.get(`${way} ${kind}`)
      if (row) line(`${way}: ${kind}`, row)
    }
  line('**recorded, all**', recorded)
  line('**hand-written, all**', hand)
  return { table: lines.join('\n'), recorded, hand, misses }
}

/** Runs in the page. */
function look(pages: Drifted[]) {
  const { describe, locate } = (window as unknown as { keyway: Locator }).keyway
  const show = (html: string) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html')
    document.body.replaceChildren(...parsed.body.childNodes)
    const truths = [...document.querySelectorAll('[data-truth]')]
    for (const truth of truths) truth.removeAttribute('data-truth')
    return truths
  }
  return pages.map(({ kind, before, after, here, hand, not }) => {
    document.documentElement.className = ''
    const [old] = show(before)
    const recorded = describe(old as Element)
    const { role, names, labels, placeholders, href } = recorded
    // As an author would write it: the near neighbour that he knows of is forbidden.
    const written = { role, names, labels, placeholders, href, ...(not ? { not: [not] } : {}) } as Description
    for (const key of Object.keys(written) as (keyof Description)[])
      if (written[key] === undefined) delete written[key]
    const truths = show(after)
    if (kind === 'translated') document.documentElement.className = 'translated-ltr'
    const asks = [
      { way: 'recorded', target: recorded },
      ...(hand ? [{ way: 'hand-written', target: written }] : []),
    ]
    return asks.map(({ way, target }) => {
      const located = locate(document, JSON.parse(JSON.stringify(target)))
      const got = located.element
      const right = truths.some(
        truth =>
          got && (truth.contains(got) || (got.contains(truth) && got.textContent === truth.textContent)),
      )
      const verdict =
        !got || located.status !== 'found' ? 'none' : !here ? 'false' : right ? 'found' : 'wrong'
      const why = `${located.status} ${located.score.toFixed(2)} / ${located.runnerUp.toFixed(2)} ${JSON.stringify(target.names ?? target.labels)} -> ${got?.outerHTML.slice(0, 120)} ${located.evidence.map(item => `${item.signal} ${item.weight.toFixed(1)}`).join(', ')}`
      return { way, verdict: verdict as 'found' | 'wrong' | 'false' | 'none', why }
    })
  })
}
