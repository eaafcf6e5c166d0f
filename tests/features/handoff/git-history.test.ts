/**
 * Keys in a repository's history, with git itself as the maker: loose, packed, as deltas, with long names, and past the bounds.
 *
 * @module-tag slow
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { scanHistory } from '../../../src/features/handoff/core/history/git-history.ts'
import {
  bounds,
  type GitFiles,
  openGitObjects,
} from '../../../src/features/handoff/core/history/git-objects.ts'
import { applyDelta, readPackIndex } from '../../../src/features/handoff/core/history/git-pack.ts'

const half = 'AbC1dEfG2hIjK3lMnO4pQrS5tUvW6xYz7_0-8aBcD9eFgH1iJkL2mNoP3qRsT4uV'
const key = (letter: string) => `sk-proj-${letter}${half.slice(1)}T3BlbkFJ${half}`

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function repository(...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-history-'))
  made.push(folder)
  let day = 1
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', '-c', 'gc.auto=0', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, GIT_COMMITTER_DATE: `2026-01-${String(day).padStart(2, '0')}T12:00:00Z` },
    })
  git('init', '-q', ...options)
  const commit = (files: Record<string, string>, message: string): string => {
    day++
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    git('add', '-A')
    git('commit', '-q', '--allow-empty', '-m', message)
    return git('rev-parse', 'HEAD').trim()
  }
  const objects = join(folder, '.git/objects')
  const files: GitFiles = {
    list: async path => {
      try {
        return readdirSync(join(objects, path))
      } catch {
        return []
      }
    },
    size: async path => statSync(join(objects, path)).size,
    read: async path => {
      try {
        return readFileSync(join(objects, path))
      } catch {
        return undefined
      }
    },
  }
  return { git, commit, files, folder }
}
const soon = () => AbortSignal.timeout(110_000)

/** A key that came, was taken out, and is in the history; and a long file of which each version is a delta. */
function story(...options: string[]) {
  const repo = repository(...options)
  const long = Array.from({ length: 300 }, (_, at) => `line ${at} ${randomBytes(8).toString('hex')}`)
  repo.commit({ 'README.md': 'hello', 'src/long.txt': long.join('\n') }, 'first')
  const leaked = repo.commit(
    { 'src/app.py': `k = "${key('B')}"\n`, 'src/long.txt': [...long, 'x'].join('\n') },
    'oops',
  )
  repo.commit(
    { 'src/app.py': 'k = env\n', 'src/long.txt': [`K=${key('C')}`, ...long, 'y'].join('\n') },
    'gone',
  )
  const last = repo.git('rev-parse', 'HEAD').trim()
  repo.commit({ 'src/long.txt': long.join('\n') }, 'gone too')
  return { ...repo, leaked, last }
}

describe.each([
  ['loose objects', [], false],
  ['a pack with deltas', [], true],
  ['SHA-256 names, loose', ['--object-format=sha256'], false],
  ['SHA-256 names, packed', ['--object-format=sha256'], true],
] as const)('%s', (_, options, isPacked) => {
  it('finds a key that is in no file any more, with its file, line and first commit', async () => {
    const { git, files, leaked, last } = story(...options)
    if (isPacked) git('repack', '-adq', '--depth=50', '--window=50')
    const { found, cut, versions } = await scanHistory(files, options.length > 0 ? 32 : 20, soon())
    expect(cut).toBe(false)
    expect(versions).toBeGreaterThan(5)
    expect(
      found
        .map(({ file, line, key, commit }) => ({ file, line, key, commit: commit?.id }))
        .sort((a, b) => a.file.localeCompare(b.file)),
    ).toEqual([
      { file: 'src/app.py', line: 1, key: key('B'), commit: leaked },
      { file: 'src/long.txt', line: 1, key: key('C'), commit: last },
    ])
    expect(found[0]?.commit?.at).toBeGreaterThan(Date.parse('2026-01-01'))
  })
})

it('reads each object as git does', async () => {
  const { git, files } = story()
  git('repack', '-adfq', '--depth=50', '--window=50')
  const objects = await openGitObjects(files, 20)
  const names = [...objects.names()]
  expect(names.length).toBe(git('cat-file', '--batch-all-objects', '--batch-check').trim().split('\n').length)
  for (const name of names) {
    const object = await objects.read(name)
    const said = execFileSync('git', ['cat-file', object?.type ?? '', name], { cwd: made.at(-1) })
    expect(Buffer.from(object?.body ?? []).equals(said), name).toBe(true)
  }
})

it('finds a key that was staged and never committed, and says of no commit', async () => {
  const { git, commit, files, folder } = repository()
  commit({ a: 'b' }, 'first')
  writeFileSync(join(folder, 'x.env'), `K=${key('D')}`)
  git('add', '-A')
  expect((await scanHistory(files, 20, soon())).found).toMatchObject([{ key: key('D'), commit: undefined }])
})

describe('past the bounds it says that a part was left out', () => {
  it.each([
    ['more objects', (files: GitFiles) => scanHistory(files, 20, soon(), 3)],
    ['no time', (files: GitFiles) => scanHistory(files, 20, AbortSignal.abort())],
  ])('%s', async (_, scan) => {
    expect(await scan(story().files)).toMatchObject({ cut: true })
  })

  it('a pack that is too large, an object that is too large, objects that lie elsewhere', async () => {
    const { git, files } = story()
    git('repack', '-adq')
    expect((await openGitObjects(files, 20, { ...bounds, packBytes: 10 })).isCut()).toBe(true)
    const small = await openGitObjects(files, 20, { ...bounds, objectBytes: 100 })
    for (const name of small.names()) await small.read(name)
    expect(small.isCut()).toBe(true)
    const borrowing = {
      ...files,
      read: async (path: string) => (path === 'info/alternates' ? new Uint8Array([1]) : files.read(path)),
    }
    expect((await openGitObjects(borrowing, 20)).isCut()).toBe(true)
  })
})

it('takes damaged bytes for what they are', async () => {
  expect(readPackIndex(new Uint8Array(2000), 100, 20)).toBeUndefined()
  expect(applyDelta(new Uint8Array(3), new Uint8Array([4, 1, 1]), 100)).toBeUndefined()
  expect(applyDelta(new Uint8Array(3), new Uint8Array([3, 200, 1, 0x91, 2, 9]), 1000)).toBeUndefined()
  const { git, files } = story()
  git('repack', '-adq')
  for (let seed = 1; seed < 20; seed++) {
    const broken: GitFiles = {
      ...files,
      read: async path => {
        const bytes = Uint8Array.from((await files.read(path)) ?? [])
        for (let at = seed * 7; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ (seed * 13)
        return bytes
      },
    }
    const { found } = await scanHistory(broken, 20, soon())
    expect(found.length).toBeLessThanOrEqual(2)
  }
})
