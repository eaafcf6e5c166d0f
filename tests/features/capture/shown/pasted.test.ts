/** What people have on the clipboard after a page's *Copy*, a terminal, a mail or a chat: the key is read from it whole, or it is said what is wrong. */
import { describe, expect, test } from 'vitest'
import { recognise } from '../../../../src/providers/recognition/recognise.ts'
import { makeSecret } from '../../../practice/secrets.ts'

const half = (key: string) => [key.slice(0, 82), key.slice(82)] as const
const pieces = (key: string, size: number) => key.match(new RegExp(`.{1,${size}}`, 'g')) ?? []

const read: Record<string, (key: string) => string> = {
  'in straight quotes': key => `"${key}"`,
  'in curly quotes': key => `“${key}”`,
  'in backticks': key => `\`${key}\``,
  'export with quotes': key => `export OPENAI_API_KEY="${key}"`,
  'export, a prompt before it': key => `$ export OPENAI_API_KEY=${key}`,
  'set of Windows': key => `set OPENAI_API_KEY=${key}`,
  'setx of Windows': key => `setx OPENAI_API_KEY "${key}"`,
  PowerShell: key => `$env:OPENAI_API_KEY = "${key}"`,
  fish: key => `set -x OPENAI_API_KEY ${key}`,
  YAML: key => `openai:\n  api_key: ${key}\n`,
  JSON: key => `{\n  "api_key": "${key}",\n  "id": "key_abc"\n}`,
  'a header': key => `-H "Authorization: Bearer ${key}"`,
  Markdown: key => `\`\`\`\n${key}\n\`\`\``,
  'a full stop after it': key => `${key}.`,
  'a break in its middle': key => half(key).join('\n'),
  'a Windows break in its middle, quotes and export around': key =>
    `export OPENAI_API_KEY="${half(key).join('\r\n')}"\r\n`,
  'lines of 64': key => pieces(key, 64).join('\n'),
  'lines of 64, indented': key =>
    pieces(key, 64)
      .map(line => `    ${line}`)
      .join('\n'),
  'groups of four': key => pieces(key, 4).join(' '),
  'letter by letter': key => [...key].join(' '),
  'a line for each eight': key => pieces(key, 8).join('\n'),
  'broken in a terminal, with a backslash': key => half(key).join('\\\n'),
  'broken in a mail that is quoted': key =>
    half(key)
      .map(line => `> ${line}`)
      .join('\n'),
  'broken within JSON': key => `{"api_key": "${half(key).join('\n')}"}`,
  'broken within a command': key =>
    `curl https://api.openai.com/v1/models -H "Authorization: Bearer ${half(key).join('\n')}"`,
  'broken after its label': key => `Your key:\n${half(key).join('\n')}`,
  'zero-width spaces': key => pieces(key, 10).join('\u200B'),
  'soft hyphens': key => pieces(key, 8).join('\u00AD'),
  'a byte order mark': key => `\uFEFF${key}`,
  'signs of direction around it': key => `\u202A${key}\u202C\u200E`,
  'isolating signs of direction': key => `\u2066${key}\u2069`,
  'blanks that do not break': key => `\u00A0${key}\u00A0`,
  'hyphens that do not break': key => key.replaceAll('-', '\u2011'),
  'a long dash for its first hyphen': key => key.replace('-', '–'),
  'HTML entities around it': key => `&quot;${key}&quot;`,
  'an arrow and a name before it': key => `ci → ${key}`,
}
const refused: Record<string, (key: string) => string> = {
  'in capitals': key => key.toUpperCase(),
  'cut by an ellipsis': key => `${key.slice(0, 60)}…`,
  'cut by dots in its middle': key => `${key.slice(0, 20)}...${key.slice(-4)}`,
  'cut behind its middle': key => key.slice(0, 120),
  'cut, and words after it': key =>
    `${key.slice(0, 120)} is what my colleague sent me today, is that all of it?`,
  'cut at the end of a line, and words after it': key => `${key.slice(0, 150)}\nis the key`,
  'dots for letters': key => `sk-proj-${'•'.repeat(40)}${key.slice(-4)}`,
}

describe('is read', () => {
  test.each(Object.entries(read))('%s', (_, write) => {
    for (const kind of ['project', 'service', 'admin', 'legacy'] as const) {
      const key = makeSecret(kind)
      const seen = recognise(write(key))
      expect({ kind, same: seen.key === key, problems: seen.problems.map(({ code }) => code) }).toMatchObject(
        {
          same: true,
          problems: expect.not.arrayContaining(['truncated', 'masked', 'not_a_key']),
        },
      )
    }
  })
})

describe('is not taken for a key that works', () => {
  test.each(Object.entries(refused))('%s', (_, write) => {
    const seen = recognise(write(makeSecret('project')))
    expect(
      seen.key === undefined || seen.problems.some(({ code }) => /^(?:truncated|not_a_key)$/.test(code)),
    ).toBe(true)
  })
})
