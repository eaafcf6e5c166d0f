/** The rules of the house, over every file of src/ and over the built manifest. A failure is a sentence that says what to do. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import source from '../manifest.json' with { type: 'json' }
import { cardWords } from '../src/features/guide/core/card-words.ts'
import { wasmIn, wasmNames } from '../tools/argon2-as-wasm.ts'
import { billOfMaterials, type Lockfile, type Shipped } from '../tools/bill-of-materials.ts'
import freshDist from './browser/fresh-dist.ts'
import { architecture, marks } from './house/architecture.ts'
import { built, bundles, type Manifest, popupWaits, tableElsewhere } from './house/built.ts'
import { unlistedInBuild } from './house/documents.ts'
import { circles, halls, namesakes } from './house/layout.ts'
import {
  forbidden,
  handedIn,
  header,
  imports,
  median,
  placeholdersFilled,
  secretFields,
  sentencesOnly,
  size,
  spokenPlainly,
} from './house/rules.ts'
import { parse, type Source } from './house/source.ts'
import { unused } from './house/unused.ts'
import { names, suffixes } from './house/words.ts'

const root = join(import.meta.dirname, '..')
const everything = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  )
  .sort()
const read = (paths: string[]): Source[] =>
  paths
    .filter(path => /\.(?:tsx?|mjs)$/.test(path))
    .map(path => parse(path, readFileSync(join(root, path), 'utf8')))
const files = read(everything)
const tests = read(
  ['tests', 'tools'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  ),
)

const rules = {
  'each folder imports only what the table allows': imports,
  'what a pure folder needs comes in as an argument': handedIn,
  'nothing forbidden is written': forbidden,
  'no file is longer than 350 lines': size,
  'each file says what it is for': header,
  'a text field keeps what is typed into it out of the browser’s files': secretFields,
  'what a person reads can be translated': spokenPlainly,
  'what a machine reads, and a key, is never translated': sentencesOnly,
  'every placeholder has its value': placeholdersFilled,
  'nothing is called by a retired word': names,
}

const textOf = (path: string) => {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}

describe('docs/', () => {
  test('the architecture is the code’s, and its walks can be walked', () => {
    expect(architecture(textOf('docs/architecture.md') ?? '', textOf)).toEqual([])
  })

  test('every mark is listed', () => {
    expect(
      marks(
        textOf('docs/marks.md') ?? '',
        files.map(({ text }) => text),
      ),
    ).toEqual([])
  })
})

describe('src/', () => {
  for (const [name, rule] of Object.entries(rules))
    test(name, () => {
      expect(files.flatMap(file => rule(file))).toEqual([])
    })

  test('no folder is a hall, guides excepted', () => {
    expect(halls(everything)).toEqual([])
  })

  test('no two files are called the same', () => {
    expect(namesakes(files.map(file => file.path))).toEqual([])
  })

  test('a file’s name says what it is for', () => {
    expect(suffixes(everything)).toEqual([])
  })

  test('no files import each other in a circle, types included', () => {
    expect(circles(files)).toEqual([])
  })

  test('nothing is exported that nobody uses, and nothing is kept for a test alone', { tags: 'slow' }, () => {
    expect(unused(files, tests)).toEqual([])
  })

  test('the median file has less than 80 lines', () => {
    expect(median(files)).toBeLessThan(80)
  })
})

// Each looks at the built extension, and after every change of a source that has to be built anew first.
describe('dist/', { tags: 'slow' }, () => {
  beforeAll(freshDist, 180_000)
  const read = () => JSON.parse(readFileSync(join(root, 'dist/manifest.json'), 'utf8')) as Manifest

  test('the built manifest grants what the source says, and nothing more', () => {
    expect(built(read(), source as unknown as Manifest)).toEqual([])
  })

  test('the packages whose code is in it are listed, with those that they bring along', () => {
    const licenses = JSON.parse(readFileSync(join(root, 'dist/licenses.json'), 'utf8')) as { name: string }[]
    const names = licenses.map(({ name }) => name)
    const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    expect(unlistedInBuild(text, names)).toEqual([])
    expect(unlistedInBuild(text, [...names, 'left-pad']).join()).toMatch(/does not list left-pad/)
  })

  test('the bill of materials names each of them, the bytes that the lockfile pins, and who needs it', () => {
    const licenses = JSON.parse(readFileSync(join(root, 'dist/licenses.json'), 'utf8')) as Shipped[]
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile
    const { components, dependencies } = billOfMaterials(licenses, lock)
    expect(components.map(({ name }) => name).sort()).toEqual(licenses.map(({ name }) => name).sort())
    for (const { name, hashes, licenses } of components) {
      expect(hashes.map(({ content }) => content).join(), name).toMatch(/^[0-9a-f]{128}$/)
      expect(licenses, name).toBeDefined()
    }
    const needed = new Set(dependencies.flatMap(({ dependsOn }) => dependsOn))
    expect(components.map(one => one['bom-ref']).filter(ref => !needed.has(ref))).toEqual([])
    expect(() => billOfMaterials([{ name: 'left-pad', version: '1.0.0' }], lock)).toThrow(/left-pad/)
  })

  test('the table’s library is loaded by the dashboard only', () => {
    expect(tableElsewhere(join(root, 'dist'))).toEqual([])
  })

  test('Argon2id’s WebAssembly is hash-wasm’s own, byte for byte', () => {
    const script = readFileSync(join(root, 'node_modules/hash-wasm/dist/index.esm.js'), 'utf8')
    for (const name of wasmNames)
      expect(readFileSync(join(root, 'dist', `${name}.wasm`)).equals(wasmIn(script, name).bytes), name).toBe(
        true,
      )
  })

  test('the popup’s frame is painted before anything large is fetched', () => {
    expect(popupWaits(join(root, 'dist'))).toEqual([])
  })

  test('bundles stay within their budgets', () => {
    const cards = Object.values(cardWords).filter(words => words.includes(' '))
    expect(bundles(join(root, 'dist'), read(), [...guideWords(), ...cards])).toEqual([])
  })
})

/** A sentence of a guide that must not be in the worker's bundle: the build writes guides as JSON. */
function guideWords(): string[] {
  const text = readFileSync(join(root, 'src/guides/create-key.ts'), 'utf8')
  return [...text.matchAll(/summary: '([^']{20,})'/g)].map(match => match[1] ?? '')
}

describe('the rules themselves can fail', () => {
  const says = (rule: (file: Source) => string[], path: string, text: string) =>
    rule(parse(path, text)).join('\n')

  test.each<[string, (file: Source) => string[], string, string, RegExp]>([
    [
      'a pure folder uses the platform',
      imports,
      'src/features/guide/core/x.ts',
      "import { a } from '../../../vault/crypto/seal.ts'",
      /core may not/,
    ],
    [
      'a screen seals',
      imports,
      'src/features/keys/screen/x.tsx',
      "import { seal } from '../../../vault/crypto/seal.ts'",
      /may not/,
    ],
    [
      'the popup’s entry uses a worker',
      imports,
      'src/entries/popup/x.tsx',
      "import { a } from '../../features/keys/worker/service.ts'",
      /may not/,
    ],
    [
      'a worker uses another feature’s worker',
      imports,
      'src/features/keys/worker/x.ts',
      "import { a } from '../../lock/worker/service.ts'",
      /src\/entries\/background/,
    ],
    [
      'content uses providers',
      imports,
      'src/features/capture/page/x.ts',
      "import { recognise } from '../../../providers/index.ts'",
      /src\/entries/,
    ],
    [
      'React in the worker',
      imports,
      'src/features/keys/worker/x.ts',
      "import { useState } from 'react'",
      /package “react”/,
    ],
    [
      'a dynamic import',
      imports,
      'src/locator/x.ts',
      "const a = import('../overlay/card.ts')",
      /src\/locator may not/,
    ],
    [
      'a re-export',
      imports,
      'src/locator/x.ts',
      "export * from '../overlay/card.ts'",
      /src\/locator may not/,
    ],
    ['a folder without a rule', imports, 'src/attic/x.ts', '', /no rule for the folder/],
    [
      'something outside of src',
      imports,
      'src/ui/x.ts',
      "import { a } from '../../tests/a.ts'",
      /outside of src/,
    ],
    ['a missing ending', imports, 'src/ui/x.ts', "import { a } from './a'", /without its ending/],
    [
      'a global clock of the page',
      handedIn,
      'src/vault/x.ts',
      'export const a = () => localStorage.getItem("a")',
      /localStorage/,
    ],
    [
      'the extension API in the locator',
      handedIn,
      'src/locator/x.ts',
      'chrome.runtime.id',
      /global “chrome”/,
    ],
    ['HTML from text', forbidden, 'src/ui/x.ts', 'a.innerHTML = b', /innerHTML/],
    [
      'HTML through React',
      forbidden,
      'src/ui/x.tsx',
      '<p dangerouslySetInnerHTML={a} />',
      /dangerouslySetInnerHTML/,
    ],
    ['any', forbidden, 'src/ui/x.ts', 'let a: any', /unknown/],
    ['an assertion', forbidden, 'src/ui/x.ts', 'a!.b', /check instead/],
    ['the console', forbidden, 'src/ui/x.ts', 'console.log(1)', /console/],
    [
      'a listener taken off by hand',
      forbidden,
      'src/ui/x.ts',
      'a.removeEventListener("b", c)',
      /AbortSignal/,
    ],
    ['a keeper', names, 'src/features/keys/worker/x.ts', 'export function createKeyKeeper() {}', /Service/],
    ['a silenced check', forbidden, 'src/ui/x.ts', '// @ts-ignore\nlet a', /silences a check/],
    ['a long file', size, 'src/ui/x.ts', 'a\n'.repeat(351), /351 lines/],
    ['no header', header, 'src/ui/x.ts', 'export const a = 1', /does not begin with a comment/],
    [
      'a field that Chrome remembers',
      secretFields,
      'src/ui/x.tsx',
      '<input value={a} spellCheck={false} />',
      /autoComplete="off"/,
    ],
    [
      'a secret in a field of React’s',
      secretFields,
      'src/features/lock/screen/x.tsx',
      '<input type="password" autoComplete="off" spellCheck={false} />',
      /SecretField/,
    ],
    [
      'a field that is spell-checked',
      secretFields,
      'src/ui/x.tsx',
      '<textarea autoComplete="off" />',
      /spellCheck=\{false\}/,
    ],
    [
      'a word in English only',
      spokenPlainly,
      'src/ui/x.tsx',
      '<p>Locked</p>',
      /shows “Locked” in English only/,
    ],
    ['a translated scheme', sentencesOnly, 'src/ui/x.ts', "t('Bearer {value}', { value })", /a header/],
    ['a translated header', sentencesOnly, 'src/ui/x.ts', "t('Content-Type')", /a header/],
    [
      'a translated header’s value',
      sentencesOnly,
      'src/ui/x.ts',
      "fetch(url, { headers: { accept: 'text/' + t('Any') } })",
      /what a machine reads/,
    ],
    ['a translated address', sentencesOnly, 'src/ui/x.ts', "t('https://platform.openai.com')", /an address/],
    [
      'a link to a translation',
      sentencesOnly,
      'src/ui/x.tsx',
      "<a href={t('Help')} />",
      /what a machine reads/,
    ],
    ['a fetched translation', sentencesOnly, 'src/ui/x.ts', "fetch(t('Help'))", /what a machine reads/],
    ['a key in a sentence', sentencesOnly, 'src/ui/x.ts', "t('Key: {it}', { it: key.secret })", /a secret/],
    ['a secret by its name', sentencesOnly, 'src/ui/x.ts', "t('It is {secret}', { secret })", /a secret/],
    ['a file name', sentencesOnly, 'src/ui/x.ts', "t('{name}/.env', { name })", /a file name/],
    ['a whole key', sentencesOnly, 'src/ui/x.ts', "t('Try sk-proj-abcdefgh')", /a key/],
    ['nothing but a value', sentencesOnly, 'src/ui/x.ts', "t('{value}', { value })", /no word/],
    [
      'one form of many',
      sentencesOnly,
      'src/ui/x.ts',
      "plural({ one: 'Bearer', other: 'Two' }, n)",
      /a header/,
    ],
    [
      'a placeholder without a value',
      placeholdersFilled,
      'src/ui/x.ts',
      "t('{a} of {b}', { a })",
      /\{b\} in .* no value/,
    ],
    [
      'a value without a placeholder',
      placeholdersFilled,
      'src/ui/x.ts',
      "t('{a}!', { a, b })",
      /has no \{b\}/,
    ],
    [
      'a piece without a place',
      placeholdersFilled,
      'src/ui/x.tsx',
      "rich(t('See {it}.'), { link: <a /> })",
      /\{it\} in/,
    ],
    [
      'a form with another name',
      placeholdersFilled,
      'src/ui/x.ts',
      "plural({ one: 'a', other: '{n} a' }, n)",
      /\{n\} in/,
    ],
    ['a name in English only', spokenPlainly, 'src/ui/x.tsx', "<b aria-label={'Lock now'} />", /“Lock now”/],
  ])('%s', (_, rule, path, text, expected) => {
    expect(says(rule, path, text)).toMatch(expected)
  })

  test.each<[string, (file: Source) => string[], string, string]>([
    [
      'types of another folder',
      imports,
      'src/features/guide/core/x.ts',
      "import type { A } from '../../../vault/record.ts'",
    ],
    ['its own folder', imports, 'src/vault/x.ts', "import { a } from './seal.ts'"],
    ['a listed package', imports, 'src/vault/x.ts', "import { argon2id } from 'hash-wasm'"],
    [
      'a document that came in as an argument',
      handedIn,
      'src/features/copy/core/x.ts',
      'export const a = (document: Document) => document.body',
    ],
    [
      'a property that is called like a global',
      handedIn,
      'src/features/guide/core/x.ts',
      'export const a = b.document; export const c = { window: 1 }',
    ],
    ['a checkbox', secretFields, 'src/ui/x.tsx', '<input type="checkbox" />'],
    ['a translated word', spokenPlainly, 'src/ui/x.tsx', "<p title={t('Lock')}>{t('Locked')} · 3</p>"],
    [
      'a sentence in a function beside an address',
      sentencesOnly,
      'src/ui/x.ts',
      "const a = { url: b, says: t('Yes'), key: () => t('Key {n}', { n: key.label }) }",
    ],
    [
      'values in the call and pieces around it',
      placeholdersFilled,
      'src/ui/x.tsx',
      "rich(t('{a} {b}', { a }), { b: <a /> }); plural({ one: 'a', other: '{count} {b}' }, 2, { b }); t('{later}')",
    ],
    ['a careful field', secretFields, 'src/ui/x.tsx', '<input autoComplete="off" spellCheck={false} />'],
  ])('and let pass: %s', (_, rule, path, text) => {
    expect(says(rule, path, text)).toBe('')
  })

  const good = source as unknown as Manifest
  test.each<[string, Partial<Manifest>, RegExp]>([
    [
      'web-accessible resources',
      { web_accessible_resources: [{ resources: ['a'], matches: ['*'] }] },
      /probe/,
    ],
    ['one permission more', { permissions: [...good.permissions, 'tabs'] }, /“tabs”/],
    ['one permission less', { permissions: good.permissions.slice(1) }, /lacks/],
    ['one host more', { host_permissions: ['<all_urls>'] }, /<all_urls>/],
    ['a looser CSP', { content_security_policy: { extension_pages: "default-src 'self'" } }, /policy/],
    ['a content script of its own', { content_scripts: good.content_scripts ?? [] }, /content script/],
  ])('a built manifest with %s', (_, patch, expected) => {
    expect(built({ ...good, ...patch }, good).join('\n')).toMatch(expected)
  })
})
