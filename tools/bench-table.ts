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

/** @param isBusy other programs kept the machine busy: then a time says nothing, and only ratios and sizes are told */
export function asMarkdown(lines: Line[], day: string, machine: string, isBusy: boolean): string {
  const rows = lines
    .filter(({ unit, beside }) => !isBusy || beside || !unit.startsWith('ms'))
    .map(line => {
      const [row] = tableOf([line])
      const told = isBusy && line.unit.startsWith('ms')
      const beside = told ? (line.beside?.what ?? '') : row?.beside
      return `| ${line.what} | ${told ? '' : row?.measured} | ${beside} | ${row?.ratio} | ${told ? '' : row?.budget} |`
    })
  const busy = ' Other programs kept it busy: of times only the ratios are told.'
  return [
    `Measured on ${day}, ${machine}. The ratio is Keyway's figure by the one beside it.${isBusy ? busy : ''}`,
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
