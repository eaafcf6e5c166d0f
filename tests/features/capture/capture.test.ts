/** From the page to the vault: what is taken, what is refused, and that a key that is shown once is never lost. */
import { describe, expect, it } from 'vitest'
import { VaultError } from '../../../src/vault/errors.ts'
import { makeSecret } from '../../practice/secrets.ts'
import { createWorld, keys } from './capture-world.ts'

describe('a key is taken from the page', () => {
  it('by a press in the page: sealed at once, shown masked, and only the panel commits', async () => {
    const world = createWorld()
    world.shown = { key: keys.project, name: 'Production-Chatbot-v1', project: 'Shop', expires: '30 days' }
    expect(await world.offer()).toEqual({ ok: true })
    expect(world.asked).toEqual([{ tabId: 5, documentId: 'doc1', all: false }])
    expect([...world.inbox.values()]).toMatchObject([
      { secret: keys.project, label: 'Production-Chatbot-v1' },
    ])
    expect(world.vault.size).toBe(0)
    expect(world.pending()).toMatchObject([
      {
        mask: `sk-proj-…${keys.project.slice(-4)}`,
        name: 'Production-Chatbot-v1',
        project: 'Shop',
        expiresAt: Date.UTC(2026, 11, 21),
        from: 'page',
        kept: 'inbox',
      },
    ])
    expect(JSON.stringify(world.session.all)).not.toContain(keys.project)

    const [pending] = world.pending()
    expect(await world.commit(pending?.id ?? '', { environment: 'production' })).toMatchObject({ ok: true })
    expect([...world.vault.values()]).toMatchObject([{ secret: keys.project, environment: 'production' }])
    expect([world.inbox.size, world.pending().length]).toEqual([0, 0])
    expect(world.saved).toEqual([pending?.id])
  })

  it('opens the panel in the press’s own turn, before anything is awaited', () => {
    const world = createWorld()
    void world.offer()
    expect(world.panels).toEqual([5])
  })

  it('by the panel’s own button, without any press in the page', async () => {
    const world = createWorld()
    world.shown = { key: keys.project }
    expect(await world.take()).toMatchObject({ ok: true })
    expect(world.asked).toEqual([{ tabId: 5, all: true }])
    expect(world.pending()).toHaveLength(1)
  })

  it.each([
    ['Save your key and the first-run wizard', keys.project, 'project', /^Key …/],
    ['a service account', keys.service, 'service', /^Service account key …/],
    ['the admin keys page', keys.admin, 'admin', /^Admin key …/],
  ] as const)('from %s, and is marked as what it is', async (_, key, kind, name) => {
    const world = createWorld()
    world.shown = { key }
    await world.take()
    expect(world.pending()).toMatchObject([{ kind, name: expect.stringMatching(name) }])
  })

  it('only once, however often it is offered', async () => {
    const world = createWorld()
    world.shown = { key: keys.project }
    await Promise.all([world.offer(), world.offer(), world.take()])
    expect(world.pending()).toHaveLength(1)
    expect(world.inbox.size).toBe(1)
    await world.commit(world.pending()[0]?.id ?? '')
    expect(await world.take()).toMatchObject({ ok: false, code: 'already_kept' })
    // A page must not learn what the vault holds.
    expect(await world.offer()).toEqual({ ok: true })
  })

  it('but a page whose key waits is told just that, whatever other key it asks about', async () => {
    const world = createWorld()
    world.shown = { key: keys.service }
    await world.take()
    await world.commit(world.pending()[0]?.id ?? '')
    world.shown = { key: keys.admin }
    await world.take()
    world.shown = { key: keys.project }
    await world.offer()
    const answers = []
    for (const key of [keys.service, keys.admin, makeSecret('project')]) {
      world.now += 2_000
      world.shown = { key }
      answers.push(await world.offer())
    }
    const [inVault, waits, unknown] = answers
    expect(unknown).toMatchObject({ ok: false, code: 'one_waits' })
    expect(inVault).toEqual(unknown)
    expect(waits).toEqual(unknown)
  })

  it('again: a guide that begins meanwhile goes on with the key that waits, or with the one in the vault', async () => {
    const world = createWorld()
    world.shown = { key: keys.project }
    await world.offer()
    await world.take()
    const id = world.pending()[0]?.id ?? ''
    expect(world.captured).toEqual([id, id])
    await world.commit(id)
    for (const again of [world.offer, world.take, () => world.paste(keys.project)]) {
      world.saved.length = 0
      await again()
      expect(world.saved).toEqual([id])
    }
  })
})

describe('nothing is taken', () => {
  it.each([
    ['a page without a key', { none: 'no dialog' }],
    ['no content script', undefined],
    ['the masked form', { key: 'sk-proj-...abcd' }],
    ['the masked form with an ellipsis', { key: `sk-…${keys.project.slice(-4)}` }],
    ['text around the key', { key: `Your key: ${keys.project}` }],
    ['another provider’s key', { key: keys.anthropic }],
    ['no text', { key: 12 }],
    ['a page of text', { key: 'sk-'.padEnd(2000, 'a') }],
    ['a key with a line break', { key: `${keys.project}\n` }],
    ['an array', [keys.project]],
  ])('of %s', async (_, shown) => {
    const world = createWorld()
    world.shown = shown
    expect(await world.take()).toMatchObject({ ok: false })
    expect([world.inbox.size, world.pending().length]).toEqual([0, 0])
  })

  it.each([
    'https://platform.openai.com.example/api-keys',
    'http://platform.openai.com/api-keys',
    'https://platform.openai.com:8443/api-keys',
    'https://platform-openai.com/',
    'https://user@platform.openai.com.evil.test/',
    'about:blank',
    'about:srcdoc',
    'blob:https://platform.openai.com/1',
    'data:text/html,hi',
    'null',
    '',
  ])('from %s, whether it is the sender or the tab that says so', async url => {
    const bySender = createWorld()
    bySender.shown = { key: keys.project }
    // A blob's origin is its maker's; such a page gets no content script, and the sender check refuses it by its address.
    if (!url.startsWith('blob:'))
      expect(await bySender.offer(bySender.page(url))).toMatchObject({ ok: false })
    const byTab = createWorld()
    byTab.shown = { key: keys.project }
    byTab.url = url
    expect(await byTab.take()).toMatchObject({ ok: false, code: 'not_the_platform' })
    expect(byTab.asked).toEqual([])
  })
})

describe('what was seen as a key was taken', () => {
  const told = (world: ReturnType<typeof createWorld>) => [...world.vault.values()][0]

  it.each(['offer', 'take'] as const)('a saved key is noted as made here (%s)', async way => {
    const world = createWorld()
    world.shown = { key: keys.project }
    await world[way]()
    await world.commit(world.pending()[0]?.id ?? '')
    expect(told(world)).toMatchObject({ madeHere: true, createdAt: world.now, providerConfirmed: true })
  })

  it('after a lock a saved key is still noted as made here, with its provider', async () => {
    const world = createWorld()
    world.status = 'locked'
    await world.paste(`sk-${'aB3dE5fG'.repeat(6)}`, {}, 'deepseek')
    world.shown = { key: keys.project }
    await world.take()
    world.status = 'unlocked'
    await world.unlocked()
    for (const { id } of world.pending()) await world.commit(id)
    expect([...world.vault.values()]).toMatchObject([
      { provider: 'deepseek', providerConfirmed: true },
      { provider: 'openai', providerConfirmed: true, madeHere: true },
    ])
    expect(told(world)).not.toHaveProperty('madeHere')
  })
})

describe('a key that is shown once is never lost', () => {
  it('locked: it is sealed, shown masked, and committed after unlocking', async () => {
    const world = createWorld()
    world.status = 'locked'
    world.shown = { key: keys.project }
    await world.offer()
    const id = world.pending()[0]?.id ?? ''
    expect(await world.commit(id)).toMatchObject({ ok: false, code: 'locked' })
    await world.locks()
    world.status = 'unlocked'
    await world.unlocked()
    expect(await world.commit(id)).toMatchObject({ ok: true })
    expect(world.vault.size).toBe(1)
  })

  it('no vault: it waits in memory, and goes into the inbox when the vault is made', async () => {
    const world = createWorld()
    world.status = 'none'
    world.shown = { key: keys.project, name: 'Bot' }
    await world.offer()
    expect(world.pending()).toMatchObject([{ kept: 'memory', name: 'Bot' }])
    expect(await world.commit(world.pending()[0]?.id ?? '')).toMatchObject({ code: 'no_vault' })
    world.status = 'unlocked'
    await world.unlocked()
    expect(world.pending()).toMatchObject([{ kept: 'inbox', name: 'Bot' }])
    expect(world.session.all.pendingRecords).toEqual([])
    expect(await world.commit(world.pending()[0]?.id ?? '')).toMatchObject({ ok: true })
  })

  it.each([
    ['a full disk', new Error('QuotaExceededError: disk full'), 'storage_full', /disk .* is full/],
    ['a full inbox', new VaultError('inbox_full'), 'inbox_full', /^Twenty keys are waiting/],
    ['a damaged vault', new VaultError('damaged'), 'damaged', /is damaged/],
  ])('%s: it stays in memory, says why, and can still be committed', async (_, refuses, code, message) => {
    const world = createWorld()
    world.refuses = refuses
    world.shown = { key: keys.project }
    await world.offer()
    const waits = [{ kept: 'memory', unsealed: { code, message: expect.stringMatching(message) } }]
    expect(world.pending()).toMatchObject(waits)
    await world.locks()
    expect(world.pending()).toMatchObject(waits)
    await world.unlocked()
    expect(world.pending()).toMatchObject(waits)
    expect(await world.commit(world.pending()[0]?.id ?? '')).toMatchObject({ ok: true })
    expect(world.session.all.pendingRecords).toEqual([])
  })

  it('there is room again: the next unlock seals it, and nothing more is said', async () => {
    const world = createWorld()
    world.refuses = new VaultError('inbox_full')
    world.shown = { key: keys.project }
    await world.offer()
    world.refuses = undefined
    await world.unlocked()
    expect(world.pending()).toMatchObject([{ kept: 'inbox' }])
    expect(world.pending()[0]).not.toHaveProperty('unsealed')
  })
})

describe('a pasted key', () => {
  it('is saved at once when the vault is open, and tested', async () => {
    const world = createWorld()
    const reply = await world.paste(`  ${keys.service}\n`, { label: 'Robot', project: '' })
    expect(reply).toMatchObject({ ok: true })
    expect([...world.vault.values()]).toMatchObject([
      { provider: 'openai', kind: 'service', label: 'Robot', secret: keys.service },
    ])
    expect(world.saved).toHaveLength(1)
  })

  it('of no known shape is taken when the person says whose it is', async () => {
    const world = createWorld()
    const odd = 'f47ac10b58cc4372a5670e02b2c3d479'
    expect(await world.paste(odd)).toMatchObject({ ok: false, code: 'whose' })
    expect(await world.paste(odd, {}, 'mistral')).toMatchObject({ ok: true })
    expect([...world.vault.values()]).toMatchObject([{ provider: 'mistral', secret: odd }])
  })

  it('of another service is taken as it is, with what the person says of it, also while the vault is locked', async () => {
    const world = createWorld()
    const about = { service: 'My gateway', webPage: 'https://gateway.example', variable: 'GATEWAY_KEY' }
    expect(await world.paste(' abc/def+ghi== ', about, 'other')).toMatchObject({ ok: true })
    expect([...world.vault.values()]).toMatchObject([
      { provider: 'other', secret: 'abc/def+ghi==', ...about },
    ])
    for (const none of ['', 'two words', 'ключ-не-ascii'])
      expect(await world.paste(none, {}, 'other')).toMatchObject({ code: 'not_a_key' })
    world.status = 'locked'
    expect(await world.paste('another-key-of-it', about, 'other')).toMatchObject({ ok: true })
    expect([...world.inbox.values()]).toMatchObject([{ provider: 'other', ...about }])
  })

  it('is never saved as one that may be copied freely: that is set for a key in the vault, after a proof', async () => {
    const world = createWorld()
    await world.paste(keys.project, { copyFreely: true })
    expect([...world.vault.values()][0]).not.toHaveProperty('copyFreely')
  })

  it('that is cut off or a sign-in token is refused, whoever is said to have made it', async () => {
    const world = createWorld()
    expect(await world.paste(keys.project.slice(0, 100), {}, 'openai')).toMatchObject({ code: 'truncated' })
    expect(world.vault.size).toBe(0)
  })

  it('waits sealed when the vault is locked', async () => {
    const world = createWorld()
    world.status = 'locked'
    await world.paste(keys.project)
    expect(world.pending()).toMatchObject([{ from: 'paste', kept: 'inbox' }])
  })

  it.each(['', 'sk-...abcd', 'your-api-key', 'https://platform.openai.com/api-keys', 'Hello there'])(
    'that is none is refused in words: %j',
    async text => {
      const world = createWorld()
      const reply = await world.paste(text)
      expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(/\w.+\./) })
      expect(world.vault.size).toBe(0)
    },
  )
})

describe('a server on this computer', () => {
  it('is saved with its address, under its own name, and tested at once; it needs no key', async () => {
    const world = createWorld()
    expect(await world.paste('', {}, 'ollama')).toMatchObject({ ok: true })
    await world.paste(' mykeyisanytext ', { baseUrl: ' localhost:9000/v1/ ' }, 'lmstudio')
    expect([...world.vault.values()]).toMatchObject([
      { provider: 'ollama', label: 'Ollama', secret: 'none' },
      { provider: 'lmstudio', secret: 'mykeyisanytext', baseUrl: 'http://localhost:9000/v1' },
    ])
    expect(world.saved).toHaveLength(2)
  })

  it('counts as another one at another address, and as the same at the same address', async () => {
    const world = createWorld()
    await world.paste('', { baseUrl: 'http://127.0.0.1:1111/v1', label: 'One' }, 'llamacpp')
    const again = await world.paste('', { baseUrl: '127.0.0.1:1111' }, 'llamacpp')
    expect(again).toMatchObject({ ok: false, code: 'already_kept' })
    expect(await world.paste('', { baseUrl: 'http://127.0.0.1:2222/v1' }, 'llamacpp')).toMatchObject({
      ok: true,
    })
    expect(world.vault.size).toBe(2)
  })

  it.each([
    'http://192.168.1.7:11434/v1',
    'https://127.0.0.1:11434',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1@example.com',
    'http://[::1]:11434',
    'http://0.0.0.0:11434',
    'file:///etc/passwd',
    'not an address',
  ])('is asked on loopback only, and that is said: %s', async baseUrl => {
    const world = createWorld()
    const refused = await world.paste('', { baseUrl }, 'ollama')
    expect(refused).toMatchObject({
      ok: false,
      code: 'not_its_address',
      message: expect.stringContaining('on this computer'),
    })
    expect([world.vault.size, world.saved]).toEqual([0, []])
  })

  it('never lends its address to a provider’s key', async () => {
    const world = createWorld()
    const refused = await world.paste(keys.project, { baseUrl: 'http://127.0.0.1:8080/v1' })
    expect(refused).toMatchObject({ ok: false, code: 'not_its_address' })
  })

  it('is refused while the vault is locked: it cannot wait in the inbox', async () => {
    const world = createWorld()
    world.status = 'locked'
    expect(await world.paste('', {}, 'ollama')).toMatchObject({ ok: false, code: 'locked' })
    expect(world.pending()).toEqual([])
  })

  it('takes no key that a request cannot carry', async () => {
    const world = createWorld()
    expect(await world.paste('two words', {}, 'ollama')).toMatchObject({ ok: false, code: 'not_a_key' })
  })
})

describe('a key that the platform made for us, and shows to nobody', () => {
  it('is in the vault at once when that is open', async () => {
    const world = createWorld()
    const reply = await world.made(keys.service, { label: 'ci-2', project: 'proj_a' })
    expect([...world.vault.values()]).toMatchObject([
      { provider: 'openai', kind: 'service', label: 'ci-2', project: 'proj_a', secret: keys.service },
    ])
    expect([reply, world.pending()]).toEqual([{ ok: true, id: [...world.vault.keys()][0] }, []])
  })

  it.each([
    ['the disk is full for the vault', 'storage_full', undefined, 'inbox'],
    ['the browser did not keep it', 'storage_failed', undefined, 'inbox'],
    ['saving broke off', 'throws', undefined, 'inbox'],
    ['the disk is full for the inbox too', 'storage_full', new VaultError('storage_full'), 'memory'],
  ])('waits for the person when %s', async (_, code, refuses, kept) => {
    const world = createWorld()
    Object.assign(world, { putFails: code, refuses })
    // A shape that nobody has seen yet is no reason to drop the only copy.
    const secret = 'sk-newshape-1'
    const reply = await world.made(secret, { label: 'ci-2' })
    expect(world.pending()).toMatchObject([{ kept, name: 'ci-2', provider: 'openai', kind: 'service' }])
    expect(reply).toEqual({ ok: true, id: world.pending()[0]?.id })
    world.putFails = undefined
    expect(await world.commit(world.pending()[0]?.id ?? '')).toMatchObject({ ok: true })
    expect([...world.vault.values()]).toMatchObject([{ secret, label: 'ci-2' }])
  })

  it('waits sealed when the vault was locked meanwhile', async () => {
    const world = createWorld()
    world.status = 'locked'
    expect(await world.made(keys.service, {})).toMatchObject({ ok: true })
    expect(world.pending()).toMatchObject([{ kept: 'inbox' }])
  })
})

it('a discarded key is removed from the inbox and from memory', async () => {
  for (const status of ['unlocked', 'locked', 'none'] as const) {
    const world = createWorld()
    world.status = status
    world.shown = { key: keys.project }
    await world.take()
    expect(await world.discard(world.pending()[0]?.id ?? '')).toEqual({ ok: true })
    expect(world.pending()).toEqual([])
    if (status === 'locked') {
      world.status = 'unlocked'
      await world.unlocked()
    }
    expect([world.inbox.size, world.pending(), world.session.all.pendingRecords ?? []]).toEqual([0, [], []])
  }
})

it('a key that was pasted while it waited is in the vault once, and no longer waits', async () => {
  const world = createWorld()
  world.shown = { key: keys.project }
  await world.take()
  expect(await world.paste(keys.project)).toMatchObject({ ok: true })
  expect(await world.commit(world.pending()[0]?.id ?? '')).toMatchObject({ ok: false, code: 'already_kept' })
  expect([...world.vault.values()].map(({ secret }) => secret)).toEqual([keys.project])
  expect([world.pending(), world.inbox.size]).toEqual([[], 0])
})
