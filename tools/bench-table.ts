/** The one table of `npm run bench`: as lines for a terminal and for the README, and what is over its budget. Pure. */
import type { Line } from '../tests/bench-line.ts'

export type Row = { what: string; measured: string; beside: string; ratio: string; budget: string }

/** The most that is over by noise alone: budgets are for what changed, not for what else the machine did. */
const noise = 1.1

export const tableOf = (lines: Line[]): Row[] =>
  lines.map(({ what, measured, unit, beside, most }) => ({
    what,
    measured: said(measured, unit),
    beside: beside ? `${said(beside.measured, unit)}, ${beside.what}` : '',
    ratio: beside && beside.measured > 0 ? `${round(measured / beside.measured)} ×` : '',
    budget: most === undefined ? '' : said(most, unit),
  }))

export const overBudget = (lines: Line[]): string[] =>
  lines
    .filter(({ measured, most }) => most !== undefined && measured > most * noise)
    .map(
      ({ what, measured, unit, most }) =>
        `${what}: ${said(measured, unit)}, the budget is ${said(most ?? 0, unit)}.`,
    )

export function asMarkdown(lines: Line[], day: string, machine: string): string {
  const rows = tableOf(lines).map(
    ({ what, measured, beside, ratio, budget }) =>
      `| ${what} | ${measured} | ${beside} | ${ratio} | ${budget} |`,
  )
  return [
    `Measured on ${day}, ${machine}. The ratio is Keyway's figure by the one beside it.`,
    '',
    '| what | Keyway | beside it | ratio | budget |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** The text with the table between its marks. */
export const withTable = (readme: string, table: string): string =>
  readme.replace(
    /(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/,
    (_, begin, end) => `${begin}\n${table}\n\n${end}`,
  )

const round = (value: number): number => (value >= 10 ? Math.round(value) : Number(value.toPrecision(2)))
const said = (value: number, unit: Line['unit']): string => `${round(value)} ${unit}`
