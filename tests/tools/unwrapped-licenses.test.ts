import { expect, test } from 'vitest'
import { unwrap } from '../../tools/unwrapped-licenses.ts'

test('a licence keeps its words, its paragraphs and its list, and loses only the ends of lines that go on', () => {
  const text =
    'The MIT License\n\nCopyright (c) A\nCopyright (c) B\n\nPermission is hereby granted, free of charge,\nto any person\n   (who asks).\n\n  1. One\n  2. Two'
  expect(unwrap(text)).toBe(
    'The MIT License\n\nCopyright (c) A\nCopyright (c) B\n\nPermission is hereby granted, free of charge, to any person (who asks).\n\n  1. One\n  2. Two',
  )
  expect(unwrap(text).split(/\s+/)).toEqual(text.split(/\s+/))
})
