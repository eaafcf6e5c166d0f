/** The documents that people judge Keyway by are as true as the code: what they list and name is there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import packages from '../../package.json' with { type: 'json' }
import lockfile from '../../package-lock.json' with { type: 'json' }
import type { LocalItems } from '../../src/protocol/storage-keys.ts'
import { unguarded as inClickjacking } from '../attacks/clickjacking-ways.ts'
import { unguarded as inSecurity } from '../attacks/security-ways.ts'
import {
  brokenDecisions,
  deadLinks,
  unexplainedPermissions,
  unlistedPackages,
  unsafePackages,
} from './documents.ts'
import { brokenProofs, emptyCells } from './threat-model.ts'

/** What PRIVACY.md says of each item that lies outside the vault. */
const saidOf = {
  vaultChoices: 'when it was made, when it was last backed up, since when nothing was checked',
  tour: 'where you are in a guide',
  shown: '_Show me_',
  settings: 'your settings',
  guidesDone: 'which guides you finished',
  health: 'which reminders were given',
  watchingAnswered: 'whether checks go on after the lock',
  copyLeft: 'a copy whose clearing is still due',
} satisfies Record<keyof LocalItems, string>

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const dependencies = read('docs/dependencies.md')

test('what is stored outside the vault is listed for who reads about privacy', () => {
  const list = read('PRIVACY.md').split('Outside the vault')[1]?.split('\n\nThey say')[0] ?? ''
  for (const [item, words] of Object.entries(saidOf)) expect(list, item).toContain(words)
})

test('every claim of the threat model names a test that is there', () => {
  const text = read('docs/threat-model.md')
  expect(brokenProofs(root, text)).toEqual([])
  expect([...text.matchAll(/`tests\//g)].length).toBeGreaterThan(30)
})

test('the threat model says of each attacker what becomes of each thing that is worth protecting', () => {
  const text = read('docs/threat-model.md')
  expect(emptyCells(text)).toEqual([])
  expect(emptyCells(text.replaceAll('what is set', 'what was set')).length).toBe(8)
})

test('every link of the documents leads somewhere', () => {
  const documents = ['.', 'docs', 'store'].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  )
  expect(documents.length).toBeGreaterThan(20)
  expect(documents.flatMap(path => deadLinks(root, path, read(path)))).toEqual([])
  expect(deadLinks(root, 'docs/x.md', '[a](gone.md) [b](#here) [c](../README.md#gone)')).toHaveLength(3)
})

test('every decision has its number, is short, and names files that are there', () => {
  const files = ['', 'src', 'tests', 'tools'].flatMap(folder =>
    readdirSync(join(root, folder), { encoding: 'utf8', recursive: folder !== '' }).map(file =>
      join(folder, file),
    ),
  )
  const text = read('docs/decisions.md')
  expect(brokenDecisions(text, files)).toEqual([])
  expect(brokenDecisions('1. **A** `x/gone.ts` (7)\n3. **B**\n', files)).toHaveLength(3)
  expect(brokenDecisions(`1. **A**${'\nmore'.repeat(10)}`, files)).toHaveLength(1)
})

test('every package and every permission is explained, and is really used', () => {
  expect(unlistedPackages(dependencies, packages)).toEqual([])
  expect(unexplainedPermissions(root, dependencies, manifest)).toEqual([])
})

test('no package runs a script when it is installed, and each is pinned by its hash', () => {
  expect(unsafePackages(lockfile)).toEqual([])
})

test('every file of attacks says what became of them in the table of `npm run attacks`', () => {
  const silent = readdirSync(join(root, 'tests/attacks'))
    .filter(name => /\.(?:test|browser)\.ts$/.test(name))
    .filter(name => !read(`tests/attacks/${name}`).includes('report({'))
  expect(silent).toEqual([])
})

test('the guards that an attack does without are where its control looks for them', () => {
  const missing = [inSecurity, inClickjacking].flatMap(without =>
    Object.entries(without).flatMap(([path, change]) =>
      typeof change === 'string'
        ? []
        : change.map(([before]) => before).filter(before => !read(`src/${path}`).includes(before)),
    ),
  )
  expect(missing).toEqual([])
})

describe('the checks themselves can fail', () => {
  test.each([
    ['a file that is gone', '| a | b | `tests/gone.test.ts` “x” |', /is not there/],
    [
      'a title that is gone',
      '| a | b | `tests/house.test.ts` “there is no such title here, is there” |',
      /no title/,
    ],
    ['a claim without a test', '| a | It is safe. | |', /names no test/],
    ['a file without a title', '| a | b | `tests/house.test.ts` |', /without the title/],
  ])('%s', (_, row, says) => {
    expect(brokenProofs(root, row.replace('there is no such', 'there is no  such')).join()).toMatch(says)
  })

  test('a package or a permission that is not listed, or listed and not there', () => {
    const more = { ...packages, dependencies: { ...packages.dependencies, 'left-pad': '1' } }
    expect(unlistedPackages(dependencies, more).join()).toMatch(/does not list left-pad/)
    expect(unlistedPackages(dependencies.replace('| `idb`', '| `idc`'), packages)).toHaveLength(2)
    const tabs = { ...manifest, permissions: [...manifest.permissions, 'tabs'] }
    expect(unexplainedPermissions(root, dependencies, tabs).join()).toMatch(/does not list tabs/)
    const elsewhere = dependencies.replace('`src/platform/alarms.ts`', '`src/platform/random.ts`')
    expect(unexplainedPermissions(root, elsewhere, manifest).join()).toMatch(/does not use alarms/)
  })

  test('an install script, or no hash', () => {
    const said = unsafePackages({ packages: { '': {}, 'node_modules/a': { hasInstallScript: true } } })
    expect(said).toHaveLength(2)
  })

  test('a package from elsewhere', () => {
    const [at, sound] = Object.entries(lockfile.packages).find(([path]) => path === 'node_modules/idb') ?? []
    const from = (resolved: string) => unsafePackages({ packages: { [at ?? '']: { ...sound, resolved } } })
    expect(from('https://registry.npmjs.org/idb/-/idb-8.0.4.tgz')).toEqual([])
    for (const other of ['git+ssh://git@github.com/x/idb.git#1', 'file:../idb', 'https://evil.test/idb.tgz'])
      expect(from(other).join()).toMatch(/not the public registry/)
  })
})
