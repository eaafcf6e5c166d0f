/**
 * Values that a field of a message must take and must refuse, written without a look at the parsing rules: each limit stands here
 * a second time, by hand, so that a rule that is dropped or loosened is found. Knows nothing of valibot.
 */

export type Bad = { why: string; value: unknown }
export type Field = {
  /** Each must pass and arrive as it was sent. */
  good: unknown[]
  bad: Bad[]
  isOptional: boolean
  /** Where values lie below this field: `.label`, `[]`, `{}`. The field itself is not listed. */
  below: string[]
}

const field = (good: unknown[], bad: Bad[], below: string[] = []): Field => ({
  good,
  bad,
  below,
  isOptional: false,
})

let nested: unknown = 'x'
for (let depth = 0; depth < 2_000; depth++) nested = [nested]

/** One value of every type, an object that looks like text, and one that is deep. */
const everyType: Record<string, unknown[]> = {
  null: [null],
  boolean: [true, false],
  number: [0, 7, -1, Number.NaN, Number.POSITIVE_INFINITY],
  text: ['', '7', 'true', 'x'],
  list: [['x'], [[]], nested],
  object: [{ length: 1, 0: 'x' }, { toString: 'x' }, { value: 'x' }],
}
const except = (...types: string[]): Bad[] =>
  Object.entries(everyType).flatMap(([type, values]) =>
    types.includes(type)
      ? []
      : values.map(value => ({ why: `a ${type} is no ${types.join(' or ')}`, value })),
  )

/** Names that every object answers to, though nobody has put them there. */
export const prototypeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
]

const filled = (length: number) => 'x'.repeat(length)
const million = filled(1_000_000)
const tooLong = (most: number): Bad[] => [
  { why: `longer than ${most}`, value: filled(most + 1) },
  { why: 'a million characters', value: million },
]

/** Any text; a secret and a note may hold anything. */
export const text = (most: number, least: 0 | 1 = 0): Field =>
  field(
    ['Zoë’s bot – 日本', 'x', filled(most), ...(least === 0 ? [''] : [])],
    [...except('text'), ...tooLong(most), ...(least === 1 ? [{ why: 'empty', value: '' }] : [])],
  )

/** Text without a limit of its own; the fields that use this are few and named in the table. */
export const anyText: Field = field(['k1', 'x'], except('text'))

export const identifier: Field = field(
  ['k1', 'x', 'A.b_c:d-9', filled(64), 'proto'],
  [
    ...except('text'),
    ...tooLong(64),
    { why: 'empty', value: '' },
    ...[
      'a b',
      ' a',
      'a\n',
      '\na',
      'a/b',
      '../a',
      'a\\b',
      'a%2f',
      'a?b',
      'a#b',
      'a@b',
      'ä',
      'а',
      '<a>',
      '"',
      "'",
      '$a',
    ].map(value => ({ why: `${JSON.stringify(value)} is no identifier`, value })),
    { why: 'a NUL', value: 'a\0' },
    { why: 'a letter that turns the line around', value: 'a\u202eb' },
    { why: 'a letter without width', value: 'a\u200bb' },
    ...prototypeNames
      .filter(name => name !== 'prototype')
      .map(value => ({ why: 'a name of every object', value })),
  ],
)

export const flag: Field = field([true, false], except('boolean'))

/** Said or left out: no is not said. */
export const yes: Field = field([true], [...except('boolean'), { why: 'no is not said', value: false }])

/** Whole numbers from `least` to `most`, both of them allowed. */
export const wholeNumber = (least: number, most: number): Field =>
  field(
    [least, most, Math.floor((least + most) / 2)],
    [
      ...except('number'),
      { why: `less than ${least}`, value: least - 1 },
      { why: `more than ${most}`, value: most + 1 },
      { why: 'no whole number', value: least + 0.5 },
      ...[-1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308].map(value => ({
        why: `${value} is out of range`,
        value,
      })),
    ],
  )

/** Exactly these numbers. */
export const oneNumberOf = (...members: number[]): Field =>
  field(members, [
    ...except('number'),
    ...[-1, 1, 31, 0.5, 1e9, Number.NaN]
      .filter(value => !members.includes(value))
      .map(value => ({ why: `${value} is not one of them`, value })),
  ])

/** Milliseconds since the epoch, up to the last day a calendar can show. */
export const time: Field = wholeNumber(0, 8_640_000_000_000_000)

export const oneOf = (first: string, ...rest: string[]): Field => {
  const members = [first, ...rest]
  const near = [
    first.toUpperCase(),
    `${first} `,
    ` ${first}`,
    `${first}\0`,
    `${first}${first}`,
    '',
    'another',
  ]
  return field(members, [
    ...except('text'),
    ...[...near, ...prototypeNames]
      .filter(value => !members.includes(value))
      .map(value => ({ why: `${JSON.stringify(value)} is not one of the names`, value })),
    { why: 'the name in a list', value: [first] },
  ])
}

/** Exactly these texts and no others of the kind. */
export const textLike = (good: string[], bad: string[], most: number): Field =>
  field(good, [
    ...except('text'),
    ...tooLong(most),
    ...bad.map(value => ({ why: `${JSON.stringify(value)} is not of the form`, value })),
    // A form that is looked for anywhere in the text is none.
    ...good
      .filter(value => value !== '')
      .flatMap(value => [`\n${value}`, `${value}\n`, `x\n${value}`, `${value}\nx`])
      .map(value => ({ why: `${JSON.stringify(value)} has a line beside it`, value })),
  ])

export const orNull = (inner: Field): Field => ({
  ...inner,
  good: [...inner.good, null],
  bad: inner.bad.filter(({ value }) => value !== null),
})

export const optional = (inner: Field): Field => ({ ...inner, isOptional: true })

export const list = (item: Field, most?: number): Field => {
  const [sample] = item.good
  return field(
    [[sample], [], ...item.good.map(value => [value]), ...(most ? [Array(most).fill(sample)] : [])],
    [
      ...except('list'),
      ...(most ? [{ why: `more than ${most}`, value: Array(most + 1).fill(sample) }] : []),
      ...item.bad.map(({ why, value }) => ({ why: `an entry: ${why}`, value: [sample, value] })),
    ],
    ['[]', ...item.below.map(path => `[]${path}`)],
  )
}

/** An object whose names nobody knows before. */
export const named = (value: Field): Field => {
  const [sample] = value.good
  return field(
    [{ opener: sample }, {}, ...value.good.map(one => ({ opener: one }))],
    [
      ...except('object', 'list'),
      ...value.bad.map(bad => ({ why: `a value: ${bad.why}`, value: { opener: sample, other: bad.value } })),
      ...['', 'a b', 'a/b', filled(65), 'a\0'].map(name => ({
        why: `the name ${JSON.stringify(name)}`,
        value: { [name]: sample },
      })),
    ],
    ['{}', ...value.below.map(path => `{}${path}`)],
  )
}

/** Under which name of its own a row goes, and how the key in it ends. */
export const tail: Field = textLike(['W9fI', '-_aZ'], ['', 'abc', 'abcde', 'ab d', 'äbcd', 'ab\0d'], 4)
export const rowTails: Field = field(
  [{}, { r1: 'W9fI' }, { r123456789: 'aaaa' }],
  [
    ...except('object', 'list'),
    ...tail.bad.map(bad => ({ why: `a row: ${bad.why}`, value: { r1: bad.value } })),
    ...['r', 'r-1', 'x1', '1', 'r1234567890', 'R1', 'r1 '].map(name => ({
      why: `the row’s name ${JSON.stringify(name)}`,
      value: { [name]: 'W9fI' },
    })),
    {
      why: 'more than 300 rows',
      value: Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`r${index}`, 'W9fI'])),
    },
  ],
  ['{}'],
)

/** Values that nobody looks into. */
export const anything: Field = field(['x', 7, null, { a: [1] }], [])

/** An object of these fields. `extra`: what becomes of a field that it does not have. */
export const shape = (fields: Record<string, Field>, extra: 'refused' | 'dropped' = 'refused'): Field => {
  const entries = Object.entries(fields)
  const sample = Object.fromEntries(
    entries.flatMap(([name, { good, isOptional }]) => (isOptional ? [] : [[name, good[0]]])),
  )
  const strange = ['extra', 'sender', 'then', '', ...prototypeNames]
  return field(
    [
      sample,
      ...entries.flatMap(([name, { good }]) => good.map(value => ({ ...sample, [name]: value }))),
      Object.fromEntries(entries.map(([name, { good }]) => [name, good[0]])),
    ],
    [
      ...except('object'),
      ...entries.flatMap(([name, { bad }]) =>
        bad.map(({ why, value }) => ({ why: `${name}: ${why}`, value: { ...sample, [name]: value } })),
      ),
      ...entries.flatMap(([name, { isOptional }]) =>
        isOptional ? [] : [{ why: `${name} is not there`, value: { ...sample, [name]: undefined } }],
      ),
      ...entries.flatMap(([name, { isOptional }]) => {
        const { [name]: _, ...rest } = sample
        return isOptional ? [] : [{ why: `without ${name}`, value: rest }]
      }),
      ...(extra === 'refused'
        ? strange.map(name => ({ why: `one field more: ${name}`, value: withOwn(sample, name) }))
        : []),
    ],
    entries.flatMap(([name, { below }]) => [`.${name}`, ...below.map(path => `.${name}${path}`)]),
  )
}

/** As JSON gives it: `__proto__` is then a field like any other. */
const withOwn = (sample: object, name: string): unknown =>
  Object.defineProperty({ ...sample }, name, { value: 'x', enumerable: true })
