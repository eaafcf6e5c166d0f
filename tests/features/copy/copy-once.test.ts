/** Copy once, as a person lives it: one press, a countdown, an empty clipboard, and a question before the second copy. */
import { describe, expect, it } from 'vitest'
import { createWorld, passphrase, secret } from './copy-world.ts'

describe('the first copy', () => {
  it('is one press: the clipboard holds exactly the key and the countdown is published', async () => {
    const world = createWorld()
    expect(await world.copy()).toEqual({ ok: true })
    expect(world.clipboard).toBe(secret)
    expect(world.session.all.copy).toEqual({ keyId: 'k1', until: world.now + 30_000, canCompare: false })
    expect(world.badge).toBe(world.now + 30_000)
    expect(world.key).toMatchObject({ copies: 1, lastCopiedAt: world.now })
  })

  it('is cleared when the countdown is over, and nothing is left of it', async () => {
    const world = createWorld()
    await world.copy()
    await world.pass(29)
    expect(world.clipboard).toBe(secret)
    await world.pass(1)
    expect(world.clipboard).toBe('')
    expect(world.session.all.copy).toBeNull()
    expect(world.session.all.copyJob).toBeUndefined()
    expect(world.local.all).toEqual({})
    expect([world.badge, world.document, world.alarms.size]).toEqual([null, null, 0])
  })

  it('hands the key to the document once: a second pull gets nothing', async () => {
    const world = createWorld()
    await world.copy()
    const again = await world.pull()
    expect(JSON.stringify(again)).not.toContain(secret)
    expect(world.handedOut).toEqual([secret])
  })

  it('says so when the browser does not take it, and counts no copy', async () => {
    const world = createWorld()
    world.browserTakesIt = false
    expect(await world.copy()).toMatchObject({ ok: false, code: 'copy_failed' })
    expect(world.key.copies).toBeUndefined()
    expect(world.session.all.copyJob).toBeUndefined()
  })

  it('clears what may have been written without a word, and what a failed copy replaced', async () => {
    const quiet = createWorld()
    quiet.silent = true
    expect(await quiet.copy()).toMatchObject({ ok: false, code: 'copy_failed' })
    expect([quiet.clipboard, quiet.session.all.copyJob]).toEqual(['', undefined])

    const twice = createWorld()
    twice.key.copyFreely = true
    await twice.copy()
    twice.browserTakesIt = false
    expect(await twice.copy()).toMatchObject({ code: 'copy_failed' })
    expect([twice.clipboard, twice.session.all.copyJob]).toEqual(['', undefined])
  })

  it('can be a line for a shell', async () => {
    const world = createWorld()
    await world.copy({ format: 'env' })
    expect(world.clipboard).toBe(`OPENAI_API_KEY=${secret}`)
    expect(await createWorld().copy({ format: 'tcl' })).toMatchObject({ code: 'unknown_format' })
  })
})

describe('a later copy', () => {
  it('asks for the passphrase, takes only the right one, and then two minutes of that key', async () => {
    const world = createWorld()
    await world.copy()
    await world.pass(60)
    expect(await world.copy()).toMatchObject({ ok: false, code: 'proof_needed' })
    expect(await world.copy({ passphrase: 'guess' })).toMatchObject({ code: 'wrong_passphrase' })
    expect(world.clipboard).toBe('')
    expect(await world.copy({ passphrase })).toMatchObject({ ok: true })
    await world.pass(119)
    expect(await world.copy()).toMatchObject({ ok: true })
    await world.pass(2)
    expect(await world.copy()).toMatchObject({ code: 'proof_needed' })
  })

  it('takes a passkey instead, and no other vault’s', async () => {
    const world = createWorld()
    await world.copy()
    expect(await world.copy({ passkey: { credentialId: 'other', prf: '' } })).toMatchObject({
      code: 'wrong_passkey',
    })
    expect(await world.copy({ passkey: { credentialId: 'mine', prf: '' } })).toMatchObject({ ok: true })
  })

  it('asks again after a lock', async () => {
    const world = createWorld()
    await world.copy()
    await world.copy({ passphrase })
    await world.locks()
    expect(await world.copy()).toMatchObject({ code: 'proof_needed' })
  })

  it('asks nothing when the person said that this key may be copied freely', async () => {
    const world = createWorld()
    world.key.copyFreely = true
    await world.copy()
    expect(await world.copy()).toMatchObject({ ok: true })
  })

  it('asks even when the worker died and the browser was restarted in between', async () => {
    const world = createWorld()
    await world.copy()
    await world.browserRestarts()
    expect(await world.copy()).toMatchObject({ code: 'proof_needed' })
  })
})

describe('the clearing survives', () => {
  it('a lock', async () => {
    const world = createWorld()
    await world.copy()
    world.locked = true
    await world.locks()
    await world.pass(30)
    expect(world.clipboard).toBe('')
  })

  it('the death of the worker', async () => {
    const world = createWorld()
    await world.copy()
    await world.workerDies()
    expect(world.badge).not.toBeNull()
    await world.pass(30)
    expect(world.clipboard).toBe('')
    expect(world.session.all.copy).toBeNull()
  })

  it('the offscreen document ends early: the alarm clears the copy', async () => {
    const world = createWorld()
    await world.copy()
    world.document = null
    await world.pass(30)
    expect(world.clipboard).toBe(secret)
    await world.pass(4)
    expect(world.clipboard).toBe('')
  })

  it('a browser that closed before the time: the person is told, and Clear now clears', async () => {
    const world = createWorld()
    await world.copy()
    await world.browserRestarts()
    expect(world.session.all.clipboardNote).toMatchObject({ text: expect.any(String) })
    expect(await world.clearNow()).toEqual({ ok: true })
    expect(world.clipboard).toBe('')
    expect(world.local.all).toEqual({})
  })

  it('a browser that closed before the time: compared at the next unlock when reading is allowed', async () => {
    for (const [held, after] of [
      [secret, ''],
      ['a recipe', 'a recipe'],
    ] as const) {
      const world = createWorld()
      world.canRead = true
      await world.copy()
      world.clipboard = held
      await world.browserRestarts()
      await world.unlocked()
      expect(world.clipboard).toBe(after)
      expect(world.session.all.clipboardNote).toBeNull()
    }
  })
})

describe.each([
  ['the first copy', 0],
  ['a copy after another', 1],
])('a browser that ends at any moment of %s', (_, before) => {
  it.each([true, false])('is found by the next one, reading allowed: %s', async canRead => {
    let held = 0
    for (let writes = 0; ; writes++) {
      const world = createWorld()
      Object.assign(world, { canRead })
      world.key.copyFreely = true
      for (let count = 0; count < before; count++) {
        await world.copy()
        await world.clearNow()
      }
      world.writesLeft = writes
      const whole = await Promise.race([world.copy().then(() => world.writesLeft > 0), world.end])
      await world.browserRestarts()
      await world.unlocked()
      const isSaid = Boolean(world.session.all.clipboardNote)
      if (world.clipboard === secret) held++
      expect([writes, world.clipboard === secret && !isSaid]).toEqual([writes, false])
      if (whole) break
    }
    // Of these moments there are some in which nobody can clear it, and a person has to be told.
    expect(held).toBeGreaterThan(0)
  })
})

describe('what is not ours', () => {
  it('is left alone when the clipboard may be read', async () => {
    const world = createWorld()
    world.canRead = true
    await world.copy()
    world.clipboard = 'a recipe'
    await world.pass(30)
    expect(world.clipboard).toBe('a recipe')
    expect(world.session.all.copy).toBeNull()
  })

  it('“I’ve pasted it” empties at once', async () => {
    const world = createWorld()
    await world.copy()
    expect(await world.clearNow()).toEqual({ ok: true })
    expect(world.clipboard).toBe('')
    expect(world.session.all.copy).toBeNull()
  })
})

it('a locked vault or an unknown key copies nothing', async () => {
  const world = createWorld()
  expect(await world.copy({ id: 'other' })).toMatchObject({ code: 'not_found' })
  world.locked = true
  expect(await world.copy()).toMatchObject({ code: 'locked' })
  expect(world.clipboard).toBe('what was there before')
})

it('stores and publishes no secret while it copies', async () => {
  const world = createWorld()
  await world.copy()
  expect(JSON.stringify([world.session.all, world.local.all])).not.toContain(secret.slice(-12))
})
