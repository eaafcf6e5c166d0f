/** axe-core on a page of ours: what it finds, as sentences. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { atRest } from './at-rest.ts'
import { root } from './harness.ts'

const source = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

type Found = { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }

/** The rules whose answer depends on colours: all others say of a page in the dark what they said of it in the light. */
export const coloured = ['color-contrast', 'link-in-text-block']

/**
 * Looks once every animation has ended: text that is still fading in has not the contrast it will have.
 * @param only these rules or tags; every rule that is on by itself when left out
 * @param without rules that are asked elsewhere
 */
export async function axe(
  page: Page,
  { only, without = [] }: { only?: string[]; without?: string[] } = {},
): Promise<string[]> {
  await atRest(page)
  // The debugger puts it into the page: no script tag, so the pages' own CSP stays in force. Once for each document: it is large.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const rules = Object.fromEntries(without.map(id => [id, { enabled: false }]))
  const options = JSON.stringify({ resultTypes: ['violations'], rules, ...(only && { runOnly: only }) })
  const { violations } = (await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => ({ violations }))`,
  )) as { violations: Found[] }
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help} (${node.target.join(' ')}) ${node.failureSummary ?? ''}`),
  )
}
