/** What each part cost: its share, its change, its place in the order, and the same as a file that no spreadsheet runs. */
import { describe, expect, test } from 'vitest'
import { costLines, costsAsCsv, inOrder } from '../../../src/features/usage/core/cost-lines.ts'

const days = ['2026-11-01', '2026-11-02']
const cost = (day: string, of: string, dollars: number) => ({ day, of, dollars })
const costs = [cost('2026-11-01', 'a', 6), cost('2026-11-02', 'a', 2), cost('2026-11-02', 'b', 2)]
const before = [cost('2026-10-30', 'a', 4), cost('2026-10-30', 'gone', 9)]
const usage = [{ day: '2026-11-02', of: 'a', requests: 3, input: 1000, cachedInput: 200, output: 50 }]
const lines = costLines({ costs, usage, days }, before)
const nameOf = (of: string) => ({ a: 'Shop', b: 'Bot' })[of] ?? of

describe('a line for each part', () => {
  test('says its cost, share and change, and what was asked for where usage knows it', () => {
    expect(lines).toEqual([
      { of: 'a', cost: 8, values: [6, 2], share: 0.8, change: 1, requests: 3, input: 1000, output: 50 },
      {
        of: 'b',
        cost: 2,
        values: [0, 2],
        share: 0.2,
        change: null,
        requests: null,
        input: null,
        output: null,
      },
    ])
  })

  test('every part has one, however many there are', () => {
    const many = Array.from({ length: 40 }, (_, i) => cost('2026-11-01', `p${i}`, i + 1))
    expect(costLines({ costs: many, usage: [], days }, [])).toHaveLength(40)
  })

  test.each([
    [{ by: 'cost', isDescending: true }, 'ab'],
    [{ by: 'cost', isDescending: false }, 'ba'],
    [{ by: 'name', isDescending: false }, 'ba'],
    [{ by: 'change', isDescending: true }, 'ab'],
    [{ by: 'change', isDescending: false }, 'ab'],
    [{ by: 'requests', isDescending: false }, 'ab'],
  ] as const)('%j: what is not known stands last', (order, wanted) => {
    expect(
      inOrder(lines, order, nameOf)
        .map(({ of }) => of)
        .join(''),
    ).toBe(wanted)
  })
})

describe('as CSV', () => {
  test('has a line for each day and part, with the name beside the id', () => {
    expect(costsAsCsv({ costs, usage, unread: [], heading: 'Project' }, nameOf)).toBe(
      [
        'day_utc,Project,id,cost_usd,requests,input_tokens,cached_input_tokens,output_tokens',
        '2026-11-01,Shop,a,6,,,,',
        '2026-11-02,Shop,a,2,3,1000,200,50',
        '2026-11-02,Bot,b,2,,,,',
        '',
      ].join('\r\n'),
    )
  })

  test('has a line for each amount that could not be read', () => {
    const unread = [
      { about: 'costs', day: '2026-11-02', of: 'a' },
      { about: 'usage', day: '2026-11-02', of: null },
    ] as const
    expect(
      costsAsCsv({ costs: [], usage: [], unread: [...unread], heading: 'Project' }, nameOf).split('\r\n'),
    ).toEqual([
      expect.stringContaining('day_utc'),
      '2026-11-02,Shop,a,not readable,,,,',
      expect.stringMatching(/^2026-11-02,[^,]*,,,not readable,not readable,not readable,not readable$/),
      '',
    ])
  })

  test.each([
    ['=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
    ['+1', "'+1"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['a,b', '"a,b"'],
    ['two\nlines', '"two\nlines"'],
    ['Büro ☕', 'Büro ☕'],
  ])('a name like %j is data, never a formula', (name, wanted) => {
    const text = costsAsCsv(
      { costs: [cost('2026-11-01', 'x', 1)], usage: [], unread: [], heading: 'Key' },
      () => name,
    )
    expect(text).toContain(`2026-11-01,${wanted},x,1,`)
  })
})
