// @vitest-environment happy-dom
/** The organization's page: what it read last is there at once, a look shows every key, and what cannot be undone asks for the key's end. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { OrganizationRow } from '../../../src/features/organization/core/organization-rows.ts'
import { usedWords } from '../../../src/features/organization/screen/organization-key-row.tsx'
import OrganizationPage from '../../../src/features/organization/screen/organization-page.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'
import { newKey, newProject, type PracticeKey } from '../../practice/state.ts'
import { dayAgo, organizationWorld, populate, type World } from './organization-world.ts'

await followItems(['rows', 'checks'])
HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true
}

let world: World
let bot: PracticeKey
let kept: string | undefined
let learnt: unknown
const rowsShown = () =>
  [...document.querySelectorAll('[data-keyway="organization-key"] .cell-name button')].map(
    one => one.textContent,
  )
const words = () => document.body.textContent
const press = (name: string | RegExp) => settled(() => button(name).click())

beforeEach(async () => {
  world = organizationWorld()
  kept = undefined
  learnt = undefined
  const { state } = world
  state.projects = [
    newProject({ id: 'proj_shop', name: 'Shop' }),
    newProject({ id: 'proj_lab', name: 'Lab' }),
  ]
  bot = newKey({ id: 'key_bot', name: 'Bot', project: 'proj_shop' }, state)
  state.keys.push(
    bot,
    newKey({ id: 'key_ci', name: 'ci-runner', kind: 'service', project: 'proj_lab', ownerGone: true }, state),
  )
  state.usage.push({
    day: dayAgo(2),
    keyId: 'key_bot',
    project: 'proj_shop',
    model: 'gpt-5',
    requests: 4,
    inputTokens: 1,
    outputTokens: 1,
    dollars: 3,
  })
  state.usage.push({
    day: dayAgo(2),
    keyId: '',
    project: 'proj_shop',
    model: 'gpt-5',
    requests: 1,
    inputTokens: 1,
    outputTokens: 1,
    dollars: 1,
  })
  const openai = { provider: 'openai', createdAt: 1 }
  await session.set({
    rows: [
      { ...openai, id: 'a', kind: 'admin', label: 'Owner key', lastFour: 'zzzz' },
      { ...openai, id: 'mine', kind: 'project', label: 'My bot', lastFour: bot.secret.slice(-4) },
    ],
  })
  worker.sent.length = 0
  worker.answer = (name, payload) => {
    if (name === 'screen.admin') return world.answer(payload)
    if (name === 'screen.readSealed') return { ok: true, ...(kept !== undefined && { text: kept }) }
    if (name === 'screen.keepSealed') kept = (payload as { text: string }).text
    if (name === 'screen.learnKeys') {
      learnt = payload
      return { ok: true, learnt: ['mine'] }
    }
    return { ok: true }
  }
})

async function looked(): Promise<void> {
  await show(<OrganizationPage rest={[]} />)
  await press('Read the organization')
  await until(() => expect(words()).toContain('Refresh'))
}

test('a look lists every key by cost, says where money went without a key, and keeps what it read', async () => {
  await looked()
  expect(rowsShown()).toEqual(['Bot', 'ci-runner', 'Owner'])
  expect(words()).toContain('$1.00 was spent without a key')
  expect(words()).toContain('Most of it in “Shop”.')
  expect(document.querySelector('[data-mark="ownerGone"] strong')?.textContent).toBe('1')
  expect(document.querySelector('[data-id="key_bot"] .cell-cost')?.textContent).toBe('$3.00 75%')
  // Where there is no room for all remarks, the first is whole and the others are counted.
  const remarks = document.querySelector('[data-id="key_ci"] .remarks')
  const others = (remarks?.childElementCount ?? 0) - 1
  expect(others).toBeGreaterThan(0)
  expect(remarks?.nextElementSibling?.textContent).toBe(`+${others}`)
  await until(() =>
    expect(learnt).toEqual({
      keys: [
        {
          id: 'mine',
          trackingId: 'key_bot',
          start: bot.secret.slice(0, 6),
          end: bot.secret.slice(-4),
          models: ['gpt-5'],
        },
      ],
    }),
  )
  expect(JSON.parse(kept ?? '')).toMatchObject({ admin: 'a', keys: expect.any(Array) })
  // No whole key is read, shown or kept.
  for (const { secret } of world.state.keys) expect(words() + kept).not.toContain(secret)
})

test('of thousands of keys, counts are grouped and a small share is no 0 %', { tags: 'slow' }, async () => {
  populate(world.state, { projects: 3, keys: 1_200 })
  await looked()
  await until(() => expect(words()).toContain('Keys1,201'))
  expect(document.querySelector('[data-mark="unheld"] strong')?.textContent).toBe('1,201')
  await type(document.querySelector('input[type="search"]') as HTMLInputElement, 'key_900')
  await press('Key 900')
  expect(words()).toMatch(/Cost in 30 days\$0\.30 \(0\.\d+%\)/)
})

test('what was read last is there at once and asks nothing; another admin key’s is not taken for it', {
  tags: 'slow',
}, async () => {
  await looked()
  worker.sent.length = 0
  await show(<OrganizationPage rest={[]} />)
  await until(() => expect(rowsShown()).toEqual(['Bot', 'ci-runner', 'Owner']))
  expect(worker.sent.filter(({ name }) => name === 'screen.admin')).toEqual([])
  kept = kept?.replace('"admin":"a"', '"admin":"b"')
  await show(<OrganizationPage rest={[]} />)
  await until(() => expect(words()).toContain('Read the organization'))
  expect(rowsShown()).toEqual([])
})

test('“last used” goes by the platform’s clock, and nothing was used in time to come', () => {
  const [now, hour] = [Date.UTC(2026, 10, 20), 3_600_000]
  const used = (lastUsedAt: number | null, at: number) =>
    usedWords({ key: { lastUsedAt }, held: null } as OrganizationRow, at)
  expect(used(now - 2 * hour, now)).toBe('2 hr ago')
  // This computer's own clock says another hour.
  expect(used(now - 2 * hour, now - hour)).toBe('1 hr ago')
  expect(used(now, now - 5 * hour)).toBe('just now')
  expect(used(null, now)).toBe('never')
})

test('the page asks what the platform’s clock says', async () => {
  bot.lastUsedAt = Date.now() - 3 * 3_600_000
  await session.set({ checks: { running: [], waiting: 0, clockAhead: -2 * 3_600_000 } })
  await looked()
  expect(document.querySelector('[data-id="key_bot"] .cell-used')?.textContent).toContain('5 hr ago')
  await session.set({ checks: { running: [], waiting: 0 } })
})

test('which models are used is told of what was read today, and not of what was read long ago', async () => {
  await looked()
  const models = async () => {
    learnt = undefined
    await show(<OrganizationPage rest={[]} />)
    await until(() => expect(learnt).toBeDefined())
    return (learnt as { keys: { models?: string[] }[] }).keys.map(({ models }) => models)
  }
  expect(await models()).toEqual([['gpt-5']])
  kept = kept?.replace(/"readAt":\d+/, `"readAt":${Date.now() - 2 * 86_400_000}`)
  expect(await models()).toEqual([undefined])
})

test('what is open stays open when another admin key comes to stand before the one that is asked with', {
  tags: 'slow',
}, async () => {
  await looked()
  await settled(() => document.querySelector<HTMLElement>('tbody .cell-name button')?.click())
  expect(document.querySelector('dialog h2')?.textContent).toBe('Bot')
  const before = worker.sent.length
  const { rows } = (await session.get('rows')) as { rows: object[] }
  await settled(() => session.set({ rows: [{ ...rows[0], id: 'b', label: 'Second key' }, ...rows] }))
  await until(() => expect(document.querySelector('select')?.textContent).toContain('Second key'))
  expect(document.querySelector('dialog h2')?.textContent).toBe('Bot')
  expect(worker.sent.length).toBe(before)
  expect(words()).toContain('with “Owner key”')
})

test('a key that has expired offers no change that the platform would refuse', { tags: 'slow' }, async () => {
  bot.expiresAt = Date.now() - 60 * 86_400_000
  await looked()
  await settled(() => document.querySelector<HTMLElement>('tbody .cell-name button')?.click())
  expect(words()).toContain('This key has expired.')
  expect(words()).not.toContain('Set an expiry…')
  expect(words()).toContain('Delete at OpenAI…')
})

test('a remark is a filter; columns sort; a key that appeared since is said until it was seen', {
  tags: 'slow',
}, async () => {
  await looked()
  world.state.keys.push(newKey({ id: 'key_new', name: 'Stranger', project: 'proj_lab' }, world.state))
  await new Promise(resolve => setTimeout(resolve, 2))
  await press('Refresh')
  await until(() => expect(words()).toContain('There are keys that were not there when you last looked.'))
  await press(/New since you last looked/)
  expect(rowsShown()).toEqual(['Stranger'])
  await press('I have seen them')
  expect(words()).not.toContain('There are keys that were not there')
  await press(/New since you last looked/)
  await press('Name')
  expect(rowsShown()).toEqual(['Bot', 'ci-runner', 'Owner', 'Stranger'])
})

test('without an admin key it asks for one that may read all that is read here, and shows no costs that are not there', async () => {
  await session.set({ rows: [] })
  await show(<OrganizationPage rest={[]} />)
  for (const permission of ['api.management.read', 'api.usage.read']) expect(words()).toContain(permission)
  expect(document.querySelector('[data-keyway="sample"]')).toBeNull()
  expect(words()).not.toMatch(/what was spent|“usage” rights/)
})

test('an admin key that may only read usage says what is missing, and shows the rest', async () => {
  Object.assign(world.admin, { permissions: 'restricted', scopes: ['api.usage.read'] })
  await looked()
  // One reason is said once, for all that it keeps from being read.
  expect(words()).toContain(
    'This admin key lacks the permission api.management.read. Not read: projects, keys, service accounts, admin keys, and limits.',
  )
  expect(words()).toContain('$4.00')
  // Nothing is counted that was not read.
  const figures = [...document.querySelectorAll('.usage-figures dt')].map(one => one.textContent)
  expect(figures).toEqual(['Cost in 30 days'])
  expect(words()).toContain('No key could be read.')
})

describe('what cannot be undone', () => {
  const open = async (name: string) => {
    await looked()
    await settled(() =>
      [...document.querySelectorAll<HTMLElement>('.cell-name button')]
        .find(one => one.textContent === name)
        ?.click(),
    )
  }
  const field = () =>
    document.querySelector<HTMLInputElement>('dialog form input:not(.money-field)') ?? expect.fail()
  const submit = () =>
    settled(() => field().form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))

  test('a key is deleted at OpenAI only once its end was typed, and gone only when OpenAI says so', async () => {
    await open('Bot')
    await press('Delete at OpenAI…')
    expect(words()).toMatch(/You cannot undo this\. Last model call: \w/)
    await submit()
    await type(field(), 'nope')
    await submit()
    expect(bot.revoked).toBe(false)
    await type(field(), bot.secret.slice(-4))
    await submit()
    await until(() => expect(words()).toContain('OpenAI says that it deleted “Bot”.'))
    expect(bot.revoked).toBe(true)
    expect(document.querySelector('dialog')).toBeNull()
    expect(rowsShown()).toEqual(['ci-runner', 'Owner'])
    expect(JSON.parse(kept ?? '').keys).toHaveLength(2)
  })

  test('of a service account’s key the account is deleted, and the words say so', async () => {
    await open('ci-runner')
    await press('Delete its service account…')
    expect(words()).toContain('the key of the service account “ci-runner”')
    const ci = world.state.keys.find(({ id }) => id === 'key_ci')
    await type(field(), ci?.secret.slice(-4) ?? '')
    await submit()
    await until(() => expect(ci?.revoked).toBe(true))
  })

  test('of an account with several keys one is deleted alone, or all with the account: each says so', {
    tags: 'slow',
  }, async () => {
    const { state } = world
    const account = 'svc_acct_ci'
    state.keys.push(
      newKey({ id: 'key_ci2', name: 'ci-spare', kind: 'service', project: 'proj_lab', account }, state),
    )
    await open('ci-spare')
    await press('Delete at OpenAI…')
    expect(words()).toContain('OpenAI then refuses this key, and programs that use it stop.')
    const spare = () => state.keys.find(({ id }) => id === 'key_ci2') ?? expect.fail()
    const ci = () => state.keys.find(({ id }) => id === 'key_ci') ?? expect.fail()
    await type(field(), spare().secret.slice(-4))
    await submit()
    await until(() => expect(spare().revoked).toBe(true))
    expect(ci()).toMatchObject({ revoked: false, isAccountGone: false })
    await until(() => expect(rowsShown()).toEqual(['Bot', 'ci-runner', 'Owner']))
    expect(JSON.parse(kept ?? '').accounts).toHaveLength(1)
    // By the account’s id its key is found, as the page of costs leads here.
    await show(<OrganizationPage rest={[account]} />)
    await until(() => expect(document.querySelector('dialog h2')?.textContent).toBe('ci-runner'))
    await press('Delete its service account…')
    await type(field(), ci().secret.slice(-4))
    await submit()
    await until(() => expect(ci().isAccountGone).toBe(true))
    await until(() => expect(JSON.parse(kept ?? '').accounts).toEqual([]))
  })

  test('a service account without a key is named, and deleted only once its name was typed', {
    tags: 'slow',
  }, async () => {
    const ci = world.state.keys.find(({ id }) => id === 'key_ci') ?? expect.fail()
    ci.revoked = true
    await looked()
    await until(() => expect(words()).toContain('One service account has no key.'))
    const list = () => document.querySelector<HTMLDetailsElement>('[data-keyway="empty-accounts"]')
    expect(list()?.open).toBe(false)
    expect(list()?.textContent).toContain('ci-runner')
    expect(list()?.textContent).toContain('Lab')
    await press('Delete…')
    const name = () => list()?.querySelector('input') ?? expect.fail()
    const send = () =>
      settled(() => name().form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
    await type(name(), 'ci')
    await send()
    expect(ci.isAccountGone).toBe(false)
    await type(name(), 'ci-runner')
    await send()
    await until(() => expect(ci.isAccountGone).toBe(true))
    await until(() => expect(list()).toBeNull())
  })

  test.each([
    [
      'refuses',
      { ok: false, code: 'missing_scope', message: 'The right is missing.' },
      'The right is missing.',
    ],
    [
      'answers something else',
      { ok: true, status: 200, body: '<html>' },
      'OpenAI did not say that it was deleted.',
    ],
    [
      'says it deleted another',
      { ok: true, status: 200, body: '{"id":"key_x","deleted":true}' },
      'OpenAI did not say that it was deleted.',
    ],
  ])('where the platform %s, nothing is called deleted', async (_, answer, said) => {
    await open('Bot')
    const before = worker.answer
    worker.answer = (name, payload) =>
      (payload as { method?: string }).method === 'DELETE' ? answer : before(name, payload)
    await press('Delete at OpenAI…')
    await type(field(), bot.secret.slice(-4))
    await submit()
    await until(() => expect(words()).toContain(said))
    expect(words()).not.toContain('OpenAI says that it deleted')
  })

  test('an expiry is set by a press, with the old one in sight', { tags: 'slow' }, async () => {
    await open('Bot')
    expect(document.querySelector('[aria-label="Expiry"]')?.textContent).toContain('No expiry date')
    await press('Set an expiry…')
    await press('Expire in 90 days')
    await until(() => expect(words()).toContain('OpenAI changed the key. Expires '))
    expect(bot.expiresAt).toBeGreaterThan(Date.now() + 89 * 86_400_000)
    await press('Set an expiry…')
    expect(words()).toContain('You can move the date again until it comes.')
  })

  test.each([
    ['none', () => ({})],
    ['one of another year', () => ({ expires_at: Math.floor(Date.now() / 1000) + 400 * 86_400 })],
  ])('where the platform answers an expiry with %s, nothing is called changed', async (_, expiry) => {
    await open('Bot')
    const honest = worker.answer
    const body = () =>
      JSON.stringify({ id: bot.id, redacted_value: 'sk-...abcd', expires_at: null, ...expiry() })
    worker.answer = (name, payload) =>
      (payload as { method?: string }).method === 'POST'
        ? { ok: true, status: 200, body: body() }
        : honest(name, payload)
    await press('Set an expiry…')
    await press('Expire in 90 days')
    await until(() => expect(words()).toContain('OpenAI did not say that it was changed.'))
    expect(words()).not.toContain('OpenAI changed the key.')
  })

  test('of a service account whose keys were not all read, no number of them is told', {
    tags: 'slow',
  }, async () => {
    const honest = worker.answer
    worker.answer = (name, payload) =>
      (payload as { path?: string }).path?.includes('/projects/proj_shop/api_keys?')
        ? { ok: true, status: 200, body: '{}' }
        : honest(name, payload)
    await open('ci-runner')
    await press('Delete its service account…')
    expect(words()).toContain(
      'refuses every key of the service account “ci-runner”, and not all could be read',
    )
  })

  test('permissions are changed only after the key’s end was typed, and said as OpenAI took them', {
    tags: 'slow',
  }, async () => {
    await open('Bot')
    await press('Change permissions…')
    await submit()
    await type(field(), 'nope')
    await submit()
    expect(bot.permissions).toBe('all')
    await type(field(), bot.secret.slice(-4))
    await submit()
    await until(() => expect(words()).toContain('OpenAI changed the key. It may only read.'))
    expect(bot.permissions).toBe('read')
  })

  test('an admin key is not deleted from here', { tags: 'slow' }, async () => {
    await open('Owner')
    expect(words()).toContain('Admin keys are deleted on OpenAI’s own page')
  })

  test('a project’s limit is shown as it is now before another is set', { tags: 'slow' }, async () => {
    await open('Bot')
    const [shop] = world.state.projects
    if (shop) Object.assign(shop, { spendLimit: 7, hardLimit: true })
    await press('Set a limit…')
    await until(() => expect(words()).toContain('$7.00 a month, enforced'))
    const amount = document.querySelector<HTMLInputElement>('dialog .money-field') ?? expect.fail()
    await type(amount, '9')
    await settled(() => amount.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
    await until(() => expect(words()).toContain('$9.00 a month, enforced'))
    expect(shop).toMatchObject({ spendLimit: 9, hardLimit: true })
  })
})
