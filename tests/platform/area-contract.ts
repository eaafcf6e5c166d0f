/**
 * What Keyway needs of a local area, whoever keeps it: told as facts of one area and a second view of the same one in another context.
 * Unit tests run it in memory, `npm run firefox` in the extension's own database.
 */

type Changes = Record<string, { newValue?: unknown }>
export type Area = {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: string | string[]): Promise<void>
  getKeys(): Promise<string[]>
  onChanged: {
    addListener(hear: (changes: Changes) => void): void
    removeListener(hear: (changes: Changes) => void): void
  }
}

/** Each fact by its name, with what was seen; they are as they should be when both say the same. Both areas begin empty. */
export async function factsOf(
  here: Area,
  there: Area,
): Promise<Record<string, { seen: unknown; wanted: unknown }>> {
  const facts: Record<string, { seen: unknown; wanted: unknown }> = {}
  const fact = (name: string, seen: unknown, wanted: unknown) => {
    facts[name] = { seen: sorted(seen), wanted: sorted(wanted) }
  }
  const heard: { by: string; changes: Changes }[] = []
  const listener = (by: string) => (changes: Changes) => void heard.push({ by, changes })
  const [own, other] = [listener('here'), listener('there')]
  here.onChanged.addListener(own)
  there.onChanged.addListener(other)
  const told = async (count: number) => {
    for (let tries = 0; heard.length < count && tries < 2_000; tries++) await turn()
    return heard.splice(0).toSorted((a, b) => a.by.localeCompare(b.by))
  }

  fact('what was never stored is not there', await here.get(['absent', 'toString', '__proto__']), {})
  const values = {
    text: 'a',
    zero: 0,
    no: false,
    nothing: null,
    deep: { list: [1, { two: 'zwei' }], empty: {} },
    'ключ 🔑': 'ü',
  }
  await here.set(values)
  fact(
    'everything that was set in one step is there for both',
    [await here.get(null), await there.get(null)],
    [values, values],
  )
  fact(
    'both hear of all of it at once',
    await told(2),
    ['here', 'there'].map(by => ({ by, changes: news(values) })),
  )
  fact('one by its name', await there.get('text'), { text: 'a' })
  fact('several by their names, without those that are not there', await here.get(['zero', 'absent', 'no']), {
    zero: 0,
    no: false,
  })
  fact('the names', (await there.getKeys()).toSorted(), Object.keys(values).toSorted())
  const mine = (await here.get('deep')).deep as { list: unknown[] }
  mine.list.push('changed')
  fact('what was handed out is a copy', await here.get('deep'), { deep: values.deep })
  const given = { nested: { at: 1 } }
  await here.set({ given })
  given.nested.at = 2
  fact('what was taken is a copy', await there.get('given'), { given: { nested: { at: 1 } } })
  await told(2)
  await there.set({ text: 'b' })
  fact('a later value replaces an earlier one', await here.get('text'), { text: 'b' })
  fact(
    'a change there is heard here',
    await told(2),
    ['here', 'there'].map(by => ({ by, changes: news({ text: 'b' }) })),
  )
  await here.remove(['text', 'absent'])
  fact('what was removed is gone for both', [await here.get('text'), await there.get('text')], [{}, {}])
  fact(
    'a removal is heard without a value',
    (await told(2)).map(({ by, changes }) => [by, 'text' in changes, changes.text?.newValue]),
    [
      ['here', true, undefined],
      ['there', true, undefined],
    ],
  )
  // A value that no storage can hold, beside one that it can.
  const failed = await here.set({ good: 1, bad: () => undefined } as never).then(
    () => false,
    () => true,
  )
  fact('of a step that fails nothing is stored', failed && (await there.get('good')), {})
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => (n % 2 ? here : there).set({ [`n${n}`]: n, last: n })),
  )
  const all = await here.get(null)
  fact(
    'of fifty writers at once each is there',
    Object.keys(all).filter(name => /^n\d/.test(name)).length,
    50,
  )
  await told(100)
  here.onChanged.removeListener(own)
  there.onChanged.removeListener(other)
  await here.remove(await here.getKeys())
  fact(
    'nothing is left, and who has stopped listening hears nothing',
    [await there.get(null), heard],
    [{}, []],
  )
  return facts
}

const news = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, newValue]) => [name, { newValue }]))

const turn = () => new Promise<void>(done => setTimeout(done))

/** The order of names says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, one]) => [name, sorted(one)]),
  )
}
