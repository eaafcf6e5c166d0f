/** From the vault to the program, in the built extension: the first call, and the line in the project's .env. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { axe } from '../../browser/axe.ts'
import { clickMark, clickNamed, type Harness, launch, says, shows, words } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { send, withKey, withVault } from '../lock/vault-story.ts'

let h: Harness
let screen: Page
let key: { id: string; secret: string }
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
  key = await withKey(h, screen)
})
afterAll(() => h.close())

async function open(part: string): Promise<void> {
  await screen.bringToFront()
  await screen.evaluate(hash => {
    location.hash = hash
  }, `keys/${key.id}/${part}`)
}

/** Nothing that this part knew before is still on the page: the overview was drawn in between. */
async function openAnew(part: string): Promise<void> {
  await open('')
  await says(screen, 'Hold to show')
  await open(part)
}

describe('the first call', () => {
  beforeEach(async () => {
    h.practice?.set({ billing: { credit: 5 } })
    await openAnew('call')
    // The link means that the person came to call: the free question about the models is asked without a press.
    await shows(screen, '[data-keyway="call"]')
  })

  test('streams an answer, says what it may cost before and what it took after, and keeps no key', async () => {
    if (h.practice) h.practice.requests.length = 0
    await says(screen, /\$0\.\d+/)
    await clickMark(screen, '[data-keyway="call"]')
    await says(
      screen,
      /Hello from the practice copy\. This answer was made on your own machine and cost nothing\./,
    )
    await says(screen, /32 tokens|12 .*20|tokens/)
    await h.screenshot(screen, 'use/first-call')
    expect(h.practice?.requests.filter(({ path }) => path === '/v1/responses')).toHaveLength(1)
    expect(await screen.content()).not.toContain(key.secret.slice(12))
    h.assertClean()
  })

  test('“Stop” ends it, and what was made until then is said to be paid for', async () => {
    h.practice?.set({ api: { latency: 20_000 } })
    if (h.practice) h.practice.requests.length = 0
    await clickMark(screen, '[data-keyway="call"]')
    await poll(() => h.practice?.requests.some(({ path }) => path === '/v1/responses'), 'the call to go out')
    await clickNamed(screen, 'Stop')
    await says(screen, /Stopped\. You pay for what was generated until then\./)
    h.practice?.set({ api: { latency: 0 } })
  })

  test('a picture, where the key may make one: its price before the press, the picture after it', async () => {
    if (h.practice) h.practice.requests.length = 0
    await screen.select('select:has(option[value="image"])', 'image')
    await says(screen, /This call costs at most \$0\.01\d*/)
    await clickMark(screen, '[data-keyway="call"]')
    const picture = await shows(screen, 'img.picture')
    await poll(
      () => picture?.evaluate(img => (img as HTMLImageElement).naturalWidth > 0),
      'the picture to be painted',
    )
    await says(screen, 'picture.png')
    await h.screenshot(screen, 'use/first-picture')
    expect(h.practice?.requests.filter(({ path }) => path === '/v1/images/generations')).toHaveLength(1)
    expect(await screen.content()).not.toContain(key.secret.slice(12))
    h.assertClean()
  })

  test('a key whose project allows no picture model is offered no picture', async () => {
    const project = h.practice?.state.projects[0]
    h.practice?.set({ projects: [{ ...project, allowedModels: ['gpt-5-nano'] }] })
    // On the tab itself the question waits for a press.
    await openAnew('use')
    await clickNamed(screen, 'See which models it may use')
    await shows(screen, '[data-keyway="call"]')
    expect(await screen.$('option[value="image"]')).toBeNull()
    h.practice?.set({ projects: [{ ...project, allowedModels: [] }] })
  })

  test('a refusal becomes the verdict that a check would give, after one request', async () => {
    h.practice?.set({ billing: { credit: 0 } })
    if (h.practice) h.practice.requests.length = 0
    await clickMark(screen, '[data-keyway="call"]')
    await shows(screen, '[data-cause="no_credit"]')
    expect(h.practice?.requests.filter(({ path }) => path === '/v1/responses')).toHaveLength(1)
  })
})

describe('put it in my project', () => {
  /** A real folder of the browser's own file system stands for the one that a person picks. */
  async function folder(files: Record<string, string | number[]>): Promise<void> {
    await screen.evaluate(async files => {
      const root = await navigator.storage.getDirectory()
      await root.removeEntry('project', { recursive: true }).catch(() => undefined)
      const project = await root.getDirectoryHandle('project', { create: true })
      for (const [path, content] of Object.entries(files)) {
        const parts = path.split('/')
        let at = project
        for (const part of parts.slice(0, -1)) at = await at.getDirectoryHandle(part, { create: true })
        const file = await at.getFileHandle(parts.at(-1) ?? '', { create: true })
        const writing = await file.createWritable()
        await writing.write(typeof content === 'string' ? content : new Uint8Array(content))
        await writing.close()
      }
      Object.defineProperty(window, 'showDirectoryPicker', { configurable: true, value: async () => project })
    }, files)
  }
  const read = (name: string): Promise<string | null> =>
    screen.evaluate(async name => {
      const root = await navigator.storage.getDirectory()
      const project = await root.getDirectoryHandle('project')
      const file = await project.getFileHandle(name).catch(() => null)
      return file && (await file.getFile()).text()
    }, name)

  async function put(): Promise<string> {
    await open('')
    await open('project')
    await clickNamed(screen, 'Pick the folder')
    await poll(
      () => screen.$('.diff'),
      async () => `the preview; the page says: ${await words(screen)}`,
    )
    const preview = await screen.$eval('main', main => main.innerText)
    expect(preview).not.toContain(key.secret.slice(12))
    await h.screenshot(screen, 'use/project-preview')
    return preview
  }

  test('one line changes, .gitignore covers it, and both were shown before', async () => {
    const env = `# my shop\r\nDB=neighbour-value\r\nOPENAI_API_KEY=sk-old # main\r\nLAST=1`
    await folder({ '.env': env, '.gitignore': 'node_modules\n', '.git/config': '' })
    const preview = await put()
    expect(preview).toMatch(/\/\.env/)
    expect(preview).not.toMatch(/sk-old|neighbour-value/)
    expect(await read('.env')).toBe(env)
    await clickNamed(screen, /^Write/)
    await says(screen, /Done\./)
    expect(await read('.env')).toBe(env.replace('sk-old', key.secret))
    expect(await read('.gitignore')).toBe('node_modules\n# Holds keys: never commit it\n/.env\n')
    await poll(
      async () => (await h.session()).rows?.find(row => row.id === key.id)?.usedIn?.includes('project/.env'),
      'the place to be remembered with the key',
    )
    h.assertClean()
  })

  test('encrypted for an age key: no plain text in the folder, and the identity opens it', async () => {
    const identity = await generateX25519Identity()
    await folder({ '.env': 'A=1\n' })
    await openAnew('project')
    await screen.select('select:has(option[value="age"])', 'age')
    // As a person pastes: one step, not sixty.
    await screen.locator('.key-use textarea').fill(await identityToRecipient(identity))
    await clickNamed(screen, 'Pick the folder')
    await says(screen, 'openai_api_key.age')
    await h.screenshot(screen, 'use/project-encrypted')
    expect(await axe(screen)).toEqual([])
    await clickNamed(screen, /^Write it/)
    await says(screen, /holds the key, encrypted/)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const sealed = armor.decode((await read('openai_api_key.age')) ?? '')
    expect(await decrypter.decrypt(sealed, 'text')).toBe(`OPENAI_API_KEY=${key.secret}\n`)
    expect(await read('secretspec.toml')).toContain('age://openai_api_key.age')
    expect(await read('.env')).toBe('A=1\n')
    expect(await screen.content()).not.toContain(key.secret.slice(12))
    await openAnew('project')
    // The project is remembered with its readers.
    await says(screen, 'project/openai_api_key.age')
    h.assertClean()
  })

  test('a .env that git already tracks: said before anything is written', async () => {
    const real = mkdtempSync(join(tmpdir(), 'keyway-repository-'))
    writeFileSync(join(real, '.env'), 'A=1\n')
    const git = (...args: string[]) => execFileSync('git', args, { cwd: real, stdio: 'pipe' })
    git('init', '-q')
    git('add', '-f', '.env')
    const index = [...readFileSync(join(real, '.git/index'))]
    rmSync(real, { recursive: true })
    await folder({ '.env': 'A=1\n', '.git/index': index, '.git/config': '' })
    expect(await put()).toMatch(/Git already tracks this \.env/)
  })

  test('a standby: marked, tested, and in the project by one press on the day the key is revoked', async () => {
    h.practice?.set({ billing: { credit: 5 } })
    const spare = await withKey(h, screen, 'Bot spare')
    await folder({ '.env': 'A=1\n', '.gitignore': '.env\n', '.git/config': '' })
    await put()
    await clickNamed(screen, /^Write/)
    await says(screen, /Done\./)
    await screen.evaluate(id => {
      location.hash = `keys/${id}/edit/standbyFor`
    }, spare.id)
    await shows(screen, 'select[data-field="standbyFor"]')
    await screen.select('select[data-field="standbyFor"]', key.id)
    await clickNamed(screen, 'Save')
    // The form goes when it is saved, and leads back to the page.
    await poll(async () => !(await screen.$('select[data-field="standbyFor"]')), 'the form to be gone')
    await clickMark(screen, '[data-keyway="test"]')
    await poll(
      async () => (await h.session()).rows?.find(row => row.id === spare.id)?.verdict?.cause === 'ok',
      'the standby to be tested',
    )
    const all = h.practice?.state.keys ?? []
    h.practice?.set({
      keys: all.map(one => (one.secret === key.secret ? { ...one, condition: 'invalid_api_key' } : one)),
    })
    await open('')
    await poll(
      () => screen.$eval('.key-header h1', title => title.textContent === 'Bot').catch(() => false),
      'the page of the key that fails',
    )
    await clickMark(screen, '[data-keyway="test"]')
    await says(screen, /A standby is ready: Bot spare\. Works/)
    expect(await axe(screen)).toEqual([])
    await h.screenshot(screen, 'use/standby')
    // Nothing was written by itself.
    expect(await read('.env')).toContain(key.secret)
    await clickMark(screen, '[data-keyway="put-standby"]')
    await says(screen, 'Done: project/.env.')
    expect(await read('.env')).toBe(`A=1\nOPENAI_API_KEY=${spare.secret}\n`)
    expect(await screen.content()).not.toContain(spare.secret.slice(12))
    h.practice?.set({ keys: all })
    await send(screen, 'screen.test', { id: key.id })
    h.assertClean()
  })
})

test('looks for keys in a folder: where they lie, whose they are, and what to do, never the keys themselves', async () => {
  const stranger = h.practice?.addKey({}).secret ?? ''
  await screen.evaluate(
    async files => {
      const root = await navigator.storage.getDirectory()
      await root.removeEntry('scanned', { recursive: true }).catch(() => undefined)
      const folder = await root.getDirectoryHandle('scanned', { create: true })
      for (const [path, content] of Object.entries(files)) {
        const parts = path.split('/')
        let at = folder
        for (const part of parts.slice(0, -1)) at = await at.getDirectoryHandle(part, { create: true })
        const writing = await (await at.getFileHandle(parts.at(-1) ?? '', { create: true })).createWritable()
        await writing.write(content)
        await writing.close()
      }
      Object.defineProperty(window, 'showDirectoryPicker', { configurable: true, value: async () => folder })
    },
    {
      '.gitignore': '.env\n',
      '.env': `OPENAI_API_KEY=${key.secret}\n`,
      'src/app.py': `import os\nclient = OpenAI(api_key="${stranger}")\n`,
      'src/old.py': `k = "${key.secret}"\n`,
      'node_modules/a/index.js': `"${stranger}"`,
      'README.md': 'OPENAI_API_KEY=sk-your-api-key-goes-here-please',
    },
  )
  await screen.evaluate(() => {
    location.hash = 'scan'
  })
  await clickNamed(screen, 'Pick a folder')
  await says(screen, /3 keys were found/)
  const text = await screen.$eval('main', main => main.innerText)
  expect(text).toMatch(/src\/app\.py, line 2/)
  expect(text).toMatch(/yours: Bot/)
  expect(
    await screen.$$eval('[data-place]', all => all.map(one => one.getAttribute('data-place')).sort()),
  ).toEqual(['code', 'code', 'ignored'])
  expect(text).not.toMatch(/node_modules|README/)
  for (const secret of [key.secret, stranger]) expect(await screen.content()).not.toContain(secret.slice(12))
  expect(await axe(screen)).toEqual([])
  await h.screenshot(screen, 'use/scan')

  // The hit on the own key leads to that key's guide, at its page on the platform; which key it is, nobody has to say.
  await screen.click('::-p-xpath(//li[@data-place="code"][contains(., "yours: Bot")]//button)')
  const platform = await h.pageAt(/platform\.openai\.com\/api-keys/)
  await poll(
    async () => {
      const { tour } = await h.session()
      return tour?.guide === 'key-compromised' && tour.words.do.includes(key.secret.slice(-4))
    },
    async () => `the guide for this key; it says: ${(await h.session()).tour?.words.do}`,
  )
  await platform.close()
  h.assertClean()
})

test('a key is handed to a screen only for a reason that is named, and one at a time', async () => {
  const pulled = await send(screen, 'screen.pull', { id: key.id, reason: 'call' })
  expect(pulled).toMatchObject({ ok: true, secret: key.secret })
  expect(JSON.stringify([await h.session(), await h.local()])).not.toContain(key.secret)
})
