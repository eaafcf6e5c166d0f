/** After a day's use the whole profile directory is searched: nothing of ours is readable in it, in UTF-8 or UTF-16. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launch } from '../../browser/harness.ts'
import { testSecret } from '../../vault/helpers.ts'
import { databases, openProfile, unlocked } from '../../vault/profile-vault.ts'
import { passphrase, send } from './vault-story.ts'

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else if (entry.isFile()) yield path
  }
}

/** Files that hold the text, either way of writing it. */
function holders(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return [...files(folder)].filter(path => {
    if (statSync(path).size > 200_000_000) return false
    const bytes = readFileSync(path)
    return needles.some(needle => bytes.includes(needle))
  })
}

const secrets = {
  key: testSecret('dump'),
  'key captured while locked': testSecret('captured-dump'),
  label: 'Zanzibar-Pelican-Label',
  project: 'Quokka-Project',
  notes: 'Marmalade-Notes-Of-Mine',
  passphrase,
}

test('a dump of the profile shows no key, label, note or passphrase, after use and after a crash', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'keyway-dump-'))
  try {
    const h = await launch({ profile, expected: [/./] })
    const screen = await h.extensionPage(h.paths.dashboard)
    await unlocked(screen)
    const record = {
      id: 'dumped',
      provider: 'openai',
      label: secrets.label,
      project: secrets.project,
      notes: secrets.notes,
      secret: secrets.key,
    }
    expect(await send(screen, 'screen.import', { records: [record] })).toMatchObject({ ok: true })
    expect(await send(screen, 'screen.edit', { id: 'dumped', about: { purpose: 'Edited once' } })).toEqual({
      ok: true,
    })
    expect(await send(screen, 'screen.copy', { id: 'dumped' })).toMatchObject({ ok: true })
    expect(await send(screen, 'screen.pull', { id: 'dumped', reason: 'reveal' })).toMatchObject({ ok: true })
    await send(screen, 'screen.lock', {})
    // What a captured key goes through, while locked.
    expect(
      await send(screen, 'screen.paste', { text: secrets['key captured while locked'], about: {} }),
    ).toMatchObject({ ok: true })
    // The unlock screen, with the passphrase typed and shown.
    await screen.reload()
    await screen.bringToFront()
    const field = await screen.waitForSelector('input[type=password]')
    await field?.type(passphrase)
    await screen.evaluate(() => {
      for (const input of document.querySelectorAll('input'))
        if (input.type === 'password') input.type = 'text'
    })
    await h.kill()
    await h.close()
    const afterCrash = Object.entries(secrets).flatMap(([what, text]) =>
      holders(profile, text).map(path => `${what}: ${path}`),
    )
    expect(afterCrash).toEqual([])

    const again = await openProfile(profile)
    expect(await send(again.screen, 'screen.unlock', { passphrase })).toEqual({ ok: true })
    const paths = databases(again.h)
    await again.h.close()
    const afterClose = Object.entries(secrets).flatMap(([what, text]) =>
      holders(profile, text).map(path => `${what}: ${path}`),
    )
    expect(afterClose).toEqual([])
    // The search can find: names of items are no secret, and are there.
    expect(holders(paths.local, 'vault.head').length).toBeGreaterThan(0)
    expect(holders(paths.mirror, 'vault.head').length).toBeGreaterThan(0)
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
