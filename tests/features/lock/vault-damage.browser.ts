/** The real LevelDB files under the vault are damaged while the browser is closed. One whole copy is enough. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testSecret } from '../../vault/helpers.ts'
import { contents, databases, openProfile, unlocked } from '../../vault/profile-vault.ts'
import { passphrase, send } from './vault-story.ts'

const master = mkdtempSync(join(tmpdir(), 'keyway-damage-'))
let id = ''
const keys = Array.from({ length: 12 }, (_, n) => ({
  id: `id-${n}`,
  provider: 'openai',
  label: `key${n}`,
  secret: testSecret(n),
}))
const whole = new Map(keys.map(({ id, label, secret }) => [id, `${label} ${secret}`]))

beforeAll(async () => {
  const { h, screen } = await openProfile(master)
  id = h.id
  await unlocked(screen)
  for (const record of keys) await send(screen, 'screen.import', { records: [record] })
  await h.close()
})
afterAll(() => rmSync(master, { recursive: true, force: true }))

const inFolder = (folder: string, ending: RegExp) =>
  readdirSync(folder)
    .filter(name => ending.test(name))
    .map(name => join(folder, name))

const flip = (folder: string, every: number) => {
  for (const path of inFolder(folder, /\.(log|ldb)$/)) {
    const bytes = readFileSync(path)
    for (let at = every; at < bytes.length; at += every) bytes[at] = (bytes[at] ?? 0) ^ 0xff
    writeFileSync(path, bytes)
  }
}
const cut = (folder: string) => {
  for (const path of inFolder(folder, /\.log$/)) truncateSync(path, Math.floor(readFileSync(path).length / 2))
}
const remove = (folder: string, which?: RegExp) => {
  if (!which) rmSync(folder, { recursive: true, force: true })
  else for (const path of inFolder(folder, which)) rmSync(path)
}

/** What is in the vault of a damaged copy of the profile; the published status when it does not open. */
async function after(damage: (paths: ReturnType<typeof databases>) => void) {
  const profile = mkdtempSync(join(tmpdir(), 'keyway-damaged-'))
  cpSync(master, profile, { recursive: true })
  damage(databases({ profile, id }))
  const { h, screen } = await openProfile(profile)
  try {
    const opened = await send(screen, 'screen.unlock', { passphrase })
    if (!opened?.ok) return { status: (await h.session()).vault?.status, code: opened?.code }
    return { keys: await contents(h, screen) }
  } finally {
    await h.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

describe('where one copy is whole, every key is there', () => {
  test.each<[string, (paths: ReturnType<typeof databases>) => void]>([
    ['bytes flipped in the browser storage', ({ local }) => flip(local, 997)],
    ['its log cut in half', ({ local }) => cut(local)],
    ['its CURRENT file missing', ({ local }) => remove(local, /^CURRENT$/)],
    ['its log missing', ({ local }) => remove(local, /\.log$/)],
    ['all of it gone', ({ local }) => remove(local)],
    ['bytes flipped in the mirror', ({ mirror }) => flip(mirror, 997)],
    ['the mirror gone', ({ mirror }) => remove(mirror)],
  ])('%s', async (_, damage) => {
    expect((await after(damage)).keys).toEqual(whole)
  })
})

test('both gone: it says that a vault is lost, and makes none over it', async () => {
  const { status, code } = await after(({ local, mirror }) => {
    expect([local, mirror].every(path => existsSync(path))).toBe(true)
    remove(local)
    remove(mirror)
  })
  expect({ status, code }).toEqual({ status: 'damaged', code: 'missing' })
})

test('both damaged, each differently: what can be read is there, and nothing is made up', async () => {
  const { keys, status } = await after(({ local, mirror }) => {
    cut(local)
    flip(mirror, 9001)
  })
  if (!keys) expect(status).toBe('damaged')
  for (const [id, value] of keys ?? [])
    expect([whole.get(id), expect.stringMatching(/: damaged$/)]).toContainEqual(value)
})
