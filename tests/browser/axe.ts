/** axe-core on a page of ours: what it finds, as sentences. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { atRest } from './at-rest.ts'
import { root } from './harness.ts'

const source = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

type Found = { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }

/**
 * Looks once every animation has ended: text that is still fading in has not the contrast it will have.
 * @param without rules that are asked elsewhere.
 */
export async function axe(page: Page, without: string[] = []): Promise<string[]> {
  await atRest(page)
  // The debugger puts it into the page: no script tag, so the pages' own CSP stays in force.
  await page.evaluate(source)
  const rules = JSON.stringify(Object.fromEntries(without.map(id => [id, { enabled: false }])))
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"], rules: ${rules} }).then(({ violations }) => ({ violations }))`,
  )) as { violations: Found[] }
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help} (${node.target.join(' ')}) ${node.failureSummary ?? ''}`),
  )
}
