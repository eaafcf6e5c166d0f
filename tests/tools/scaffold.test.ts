/**
 * `npm run new-guide` and `npm run new-provider`: which files they touch, and that what they write is as the lint wants it.
 *
 * @module-tag slow
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from '../house/source.ts'

const root = join(import.meta.dirname, '../..')
const copied = ['src/guides', 'src/providers', 'src/features/guide/screen', 'manifest.json']
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-scaffold-'))
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const scaffold = (...given: string[]) =>
  execFileSync(process.execPath, [join(root, 'tools/scaffold.mjs'), ...given], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  })
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

/** What is not as it is in the project. */
const changed = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(path => {
      try {
        return read(path) !== readFileSync(join(root, path), 'utf8')
      } catch {
        return true
      }
    })
    .sort()

const lint = () =>
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'check',
      `--config-path=${join(root, 'biome.json')}`,
      '--vcs-enabled=false',
      ...changed(),
    ],
    { cwd: folder, stdio: 'pipe' },
  )
const listed = (path: string, list: RegExp) => list.exec(read(path))?.[1]?.match(/\w+/g) ?? []

test('a guide is two files, and comes last in the list', () => {
  expect(scaffold('guide', 'close-project')).toContain('tests/guides')
  expect(changed()).toEqual(['src/guides/close-project.ts', 'src/guides/index.ts'])
  expect(listed('src/guides/index.ts', /guides: Guide\[\] = \[([\s\S]*?)\]/).at(-1)).toBe('closeProject')
  for (const path of changed()) parse(path, read(path))
  lint()
})

test('a provider is three files of src and the manifest, and stands before those that are only kept', () => {
  scaffold('provider', 'acme-ai', 'https://api.acme.example/v1/')
  expect(changed()).toEqual([
    'manifest.json',
    'src/features/guide/screen/provider-facts.ts',
    'src/providers/catalog/acme-ai.ts',
    'src/providers/list.ts',
  ])
  expect(listed('src/providers/list.ts', /const all = \[([\s\S]*?)\]/).slice(-2)).toEqual(['acmeAi', 'other'])
  expect(read('src/providers/catalog/acme-ai.ts')).toContain("baseUrl: 'https://api.acme.example/v1',")
  const manifest = JSON.parse(read('manifest.json'))
  expect(manifest.optional_host_permissions).toContain('https://api.acme.example/*')
  expect(manifest.content_security_policy.extension_pages).toContain(' https://api.acme.example ')
  for (const path of changed().filter(path => path.endsWith('.ts'))) parse(path, read(path))
  lint()
})

test('what is there already is left alone, and a name that is none is refused', () => {
  expect(() => scaffold('guide', 'create-key')).toThrow(/is there already/)
  expect(() => scaffold('guide', 'Not A Name')).toThrow()
  expect(() => scaffold('provider', 'acme', 'no address')).toThrow()
  expect(changed()).toEqual([])
})
