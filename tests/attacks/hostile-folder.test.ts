/** A folder that somebody else made, which a person gives to the leak scan or adds a key to: it hides no key, and stops nothing. */
import { describe, expect, test } from 'vitest'
import { inImages } from '../../src/features/handoff/core/docker-image.ts'
import { coversBelow } from '../../src/features/handoff/core/git-ignore.ts'
import { bounds, openGitObjects, readCommit } from '../../src/features/handoff/core/history/git-objects.ts'
import { findKeys } from '../../src/features/handoff/core/scan.ts'
import { readText } from '../../src/features/handoff/core/text-file.ts'
import { day } from '../../src/i18n/time.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report } from './outcome.ts'

const rulesOf = (text: string) => {
  const file = readText(new TextEncoder().encode(text), '.gitignore')
  if ('ok' in file) throw new Error(file.message)
  return [{ folder: '', file }]
}

/** Each could be read in so many ways that trying them all lasts longer than anybody lives. */
const endless: [string, string][] = [
  [`${'**/a/'.repeat(30)}b`, `${'a/'.repeat(300)}.env`],
  [`${'*a'.repeat(40)}b`, `.env.${'a'.repeat(250)}`],
  [`${'[a-z]*'.repeat(40)}!`, 'a'.repeat(250)],
  [`${'?*'.repeat(100)}b`, 'a'.repeat(250)],
  [`${'**/*a*/'.repeat(20)}b`, `${'aaaa/'.repeat(200)}c`],
  [`${'a'.repeat(10)}${'*'.repeat(5_000)}b`, 'a'.repeat(250)],
]

describe('patterns that could be read in many ways do not stop the page', () => {
  test.each(endless)('%.20s…', { tags: 'slow' }, (pattern, path) => {
    expect(coversBelow(rulesOf(`x\n${pattern}\n`), path)).toBe(false)
    const files = {
      dockerfiles: new Map([['Dockerfile', `COPY ${pattern} .`]]),
      ignoreFiles: new Map([['.dockerignore', pattern]]),
      envFiles: [path],
    }
    expect(inImages(files).found).toEqual([])
  })

  test('nor do thousands of Dockerfiles and .env files; that not all were compared is said', {
    tags: 'slow',
  }, () => {
    const many = Array.from({ length: 3_000 }, (_, at) => at)
    const seen = inImages({
      dockerfiles: new Map(many.map(at => [`${at}.Dockerfile`, 'COPY x y\n'.repeat(3_000)])),
      ignoreFiles: new Map([['.dockerignore', 'x\n'.repeat(300_000)]]),
      envFiles: many.map(at => `.env.${at}`),
    })
    expect(seen).toMatchObject({ isCut: true })
  })
})

describe('a git history that was made up', () => {
  test.each(['9'.repeat(20), '8640000000001', '9'.repeat(400)])(
    'a commit of second %.20s has a day that can be shown',
    at => {
      const commit = readCommit(
        new TextEncoder().encode(`tree ${'a'.repeat(40)}\ncommitter A <a@b> ${at} +0000\n\nx`),
      )
      expect(() => day(commit?.at ?? Number.NaN)).not.toThrow()
    },
  )

  test('of files without an end no more is read than the bound', async () => {
    let read = 0
    const size = 3_000_000_000
    const objects = await openGitObjects(
      {
        list: async folder =>
          ({ '': ['ab', 'pack'], ab: ['c'.repeat(38)], pack: ['p.idx', 'q.idx'] })[folder] ?? [],
        // One index is as long as can be beside a short pack.
        size: async path => (path === 'pack/p.pack' ? 100 : size),
        read: async path => {
          if (path === 'info/alternates') return undefined
          read += path === 'pack/p.pack' ? 100 : size
          return new Uint8Array(10)
        },
      },
      20,
    )
    for (const name of objects.names()) await objects.read(name)
    expect(read).toBeLessThanOrEqual(bounds.packBytes)
    expect(objects.isCut()).toBe(true)
  })
})

test('a key hides behind bytes that no text has', () => {
  const ways = (text: string): string[] => [
    `\0${text}`,
    `${text}\0`,
    [...text].join('\0'),
    `${'\0'.repeat(1_000)}${text.split('').join('\0\0')}`,
  ]
  const keys = Array.from({ length: 20 }, () => makeSecret('project'))
  const all = keys.flatMap(key => ways(`KEY=${key}\n`).map(text => [key, text] as const))
  report({
    attack: 'a key behind bytes that no text has',
    attacker: 'somebody else’s folder',
    asset: 'the truth: “no key was found”',
    tries: all.length,
    landed: all.filter(([key, text]) => !findKeys(text).some(found => found.key === key)).length,
    // What reads a text as it stands sees none of the last.
    control: {
      tries: keys.length,
      landed: keys.filter(key => ![...key].join('\0').includes(key)).length,
    },
  })
})
