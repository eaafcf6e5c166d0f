/**
 * What only a report needs, in a script of its own (`src/entries/content/report.iife.ts`): the panel puts it into the page when the
 * person asks for a report, and calls it there. A symbol: named elements of the page appear as string properties here too.
 */
import type { Description } from '../../../locator/description.ts'
import { reportWords } from '../core/report/page-patterns.ts'
import type { Catalogue, Collected } from '../core/report/report-lines.ts'
import { collectReport } from './collect-report.ts'
import { learnWords } from './reads-as.ts'
import { taughtScript } from './taught-script.ts'

export type ReportScript = (catalogue: Catalogue, shown: Description | null) => Promise<Collected>

export function offerReportScript(): void {
  const world = globalThis as { [place: symbol]: unknown }
  const report: ReportScript = (catalogue, shown) => {
    learnWords(reportWords)
    const found = shown && taughtScript()?.createLocator(document, AbortSignal.timeout(5_000)).locate(shown)
    return collectReport(catalogue, found?.status === 'found' ? (found.element ?? null) : null)
  }
  world[Symbol.for('report on this page')] = report
}
