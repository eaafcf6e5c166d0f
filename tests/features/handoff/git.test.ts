/**
 * What `.gitignore` covers and what the index tracks, with git itself as the judge.
 *
 * @module-tag slow
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { addRule, covers, coversBelow } from '../../../src/features/handoff/core/git-ignore.ts'
import { tracks } from '../../../src/features/handoff/core/git-index.ts'
import { readText, type TextFile } from '../../../src/features/handoff/core/text-file.ts'
import { runs } from '../../runs.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function repository(...options: string[]): { folder: string; git: (...args: string[]) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-git-'))
  made.push(folder)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'core.excludesFile=', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  git('init', '-q', ...options)
  return { folder, git }
}

function textFile(text: string): TextFile {
  const file = readText(new TextEncoder().encode(text), '.gitignore')
  if ('ok' in file) throw new Error(file.message)
  return file
}

describe('.gitignore', () => {
  it.each([
    ['', false],
    ['.env\n', true],
    ['/.env', true],
    ['.env*\r\n', true],
    ['*.env\n', true],
    ['.env/\n', false],
    ['*\n', true],
    ['*\n!.env\n', false],
    ['.env\n!.env\n', false],
    ['!.env\n.env\n', true],
    ['# .env\n', false],
    ['\\#.env\n', false],
    ['.env   \n', true],
    ['\ufeff.env\n', true],
    ['**/.env\n', true],
    ['config/.env\n', false],
    ['.en[v]\n', true],
    ['.en?\n', true],
    ['.env.local\n', false],
    ['.ENV\n', false],
  ])('%j covers .env: %s', (text, covered) => {
    expect(covers(textFile(text), '.env')).toBe(covered)
  })

  const rule = fc.constantFrom(
    ...[
      '.env',
      '/.env',
      '.env/',
      '*',
      '!.env',
      '.env*',
      '*.env',
      '# x',
      '',
      '.e?v',
      '!*',
      '.*',
      '**/.env',
      'a/.env',
      '!/.env',
    ],
    ...['.env ', '[.]env', '\\.env', '/*', '!.env*', '.env.local', '**', '/**'],
  )
  const text = fc
    .tuple(fc.array(rule, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([rules, end, closed]) => rules.join(end) + (closed ? end : ''))

  it('is read as git reads it, before and after the rule is added', () => {
    const { folder, git } = repository()
    writeFileSync(join(folder, '.env'), '')
    const asGitSays = (text: string) => {
      writeFileSync(join(folder, '.gitignore'), text)
      try {
        return git('check-ignore', '-q', '.env') === ''
      } catch {
        return false
      }
    }
    for (const before of fc.sample(text, { seed: 5, numRuns: runs(60) })) {
      expect(covers(textFile(before), '.env'), JSON.stringify(before)).toBe(asGitSays(before))
      const after = addRule(textFile(before), '.env').text
      expect(asGitSays(after), JSON.stringify(after)).toBe(true)
      expect(after.startsWith(before)).toBe(true)
    }
  })
})

describe('.gitignore in folders further down', () => {
  const rule = fc.constantFrom(
    ...[
      '.env',
      '!.env',
      '/.env',
      'a/',
      '/a/',
      'b',
      '!b/',
      'a/.env',
      'a/b/',
      '**/b/.env',
      '*',
      '!*',
      '!*/',
      '*.env',
    ],
    ...['/a/b/.env', '!a/', '', '# x', 'b/**', '/*', '!/a'],
  )
  const text = fc.array(rule, { maxLength: 3 }).map(rules => rules.join('\n'))

  it('is read as git reads it', () => {
    const { folder, git } = repository()
    mkdirSync(join(folder, 'a/b'), { recursive: true })
    const folders = ['', 'a/', 'a/b/']
    const paths = folders.map(path => `${path}.env`)
    for (const path of paths) writeFileSync(join(folder, path), '')
    for (const texts of fc.sample(fc.tuple(text, text, text), { seed: 17, numRuns: runs(80) })) {
      for (const [index, path] of folders.entries())
        writeFileSync(join(folder, path, '.gitignore'), texts[index] ?? '')
      const said = (() => {
        try {
          return git('check-ignore', '--no-index', ...paths).split('\n')
        } catch {
          return []
        }
      })()
      const rules = folders.map((path, index) => ({ folder: path, file: textFile(texts[index] ?? '') }))
      for (const path of paths)
        expect(coversBelow(rules, path), `${path} with ${JSON.stringify(texts)}`).toBe(said.includes(path))
    }
  })
})

describe('a rule of any characters', () => {
  const piece = fc.constantFrom(
    ...['a', 'b', 'env', '.', '*', '**', '?', '/', '/**/', '**/', '[', ']', '[a-c]', '[!a]', '[^.]', '[]a]'],
    ...[
      '[[:alpha:]]',
      '[![:punct:]]',
      '[[:no:]]',
      '[a',
      '\\',
      '\\*',
      '!',
      '-',
      ' ',
      '\\ ',
      '#',
      '[b-',
      '[\\]]',
    ],
  )
  const rule = fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''))
  const folders = ['', 'a/', 'a/b/', 'b/env/', '[a/']
  const names = ['a', 'ab', 'b', '.env', 'env', 'a.env', '*', 'a b', ']', '!a', '-', '#a', 'a ', '[a']
  const paths = folders.flatMap(folder => names.map(name => folder + name))

  it('fits what git says it fits', () => {
    const { folder } = repository()
    for (const text of fc.sample(rule, { seed: 23, numRuns: runs(150) })) {
      writeFileSync(join(folder, '.gitignore'), text)
      const { stdout } = spawnSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], {
        cwd: folder,
        encoding: 'utf8',
        input: paths.join('\0'),
      })
      const said = stdout.split('\0')
      const file = textFile(text)
      const ours = paths.filter(path => covers(file, path))
      expect(ours, JSON.stringify(text)).toEqual(paths.filter(path => said.includes(path)))
    }
  })
})

describe('the index', () => {
  it.each([
    ['version 2', [], '2'],
    ['version 3', [], '3'],
    ['version 4', [], '4'],
    ['SHA-256 names', ['--object-format=sha256'], '2'],
    ['SHA-256 names, version 4', ['--object-format=sha256'], '4'],
  ])('%s: tells whether .env is in it', (_, options, version) => {
    const { folder, git } = repository(...options)
    mkdirSync(join(folder, 'src'))
    for (const file of ['a.txt', '.env.example', 'src/.env', 'src/ä.ts', 'z'])
      writeFileSync(join(folder, file), file)
    git('add', '-A')
    git('update-index', '--index-version', version)
    // Makes entries with more flags, which only version 3 and later know.
    if (version !== '2') git('update-index', '--skip-worktree', 'z')
    const ask = () =>
      tracks(
        readFileSync(join(folder, '.git/index')),
        '.env',
        readFileSync(join(folder, '.git/config'), 'utf8'),
      )
    expect(ask()).toBe('untracked')
    writeFileSync(join(folder, '.env'), 'A=1')
    git('add', '-f', '.env')
    expect(ask()).toBe('tracked')
  })

  it('says unknown of a split index and of bytes that are none', () => {
    const { folder, git } = repository()
    writeFileSync(join(folder, '.env'), 'A=1')
    git('add', '.env')
    git('update-index', '--split-index')
    expect(tracks(readFileSync(join(folder, '.git/index')), '.env')).toBe('unknown')
    for (const bytes of [
      [],
      [68, 73, 82, 67],
      [...'DIRC'].map(c => c.charCodeAt(0)).concat(0, 0, 0, 9, 0, 0, 0, 1),
    ])
      expect(tracks(new Uint8Array(bytes), '.env')).toBe('unknown')
  })
})
