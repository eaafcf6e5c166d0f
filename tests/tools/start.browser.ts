/** Ctrl-C on `npm start` leaves nothing running: no browser, no practice platform, no profile on the disk. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'

// Profiles and processes of this run are told from all others by the temporary folder they are in.
const scratch = mkdtempSync(join(tmpdir(), 'keyway-start-'))
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

const running = () =>
  execFileSync('ps', ['-Ao', 'args'], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .filter(line => line.includes(scratch))

test('Ctrl-C', async () => {
  const child = spawn(process.execPath, ['tools/start.mjs', '--headless'], {
    cwd: root,
    env: { ...process.env, TMPDIR: scratch },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const over = new Promise<number | null>(done => child.once('exit', done))
  await poll(
    () => said.includes('ok 1 '),
    () => `the first step; said so far: ${said}`,
  )
  expect(running().length).toBeGreaterThan(0)

  child.kill('SIGINT')
  expect(await over).not.toBe(0)
  await poll(
    () => running().length === 0,
    () => `all to end; still there: ${running().join('\n')}`,
  )
  expect(readdirSync(scratch).filter(name => name.startsWith('keyway-profile-'))).toEqual([])
  expect(said).not.toContain('failed')
})
