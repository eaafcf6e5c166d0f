// @vitest-environment happy-dom
/** A key goes into a folder encrypted: chosen, shown before it is written, remembered with the project; a private key is not let in. */
import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { beforeEach, expect, test, vi } from 'vitest'
import ProjectPart from '../../../../src/features/handoff/screen/project-part.tsx'
import { followItems } from '../../../../src/ui/use-session.ts'
import { session, worker } from '../../../fake-browser.ts'
import { button, settled, show, until } from '../../../in-dom.ts'

const remembered = vi.hoisted(() => vi.fn(async () => undefined))
const recipientsFor = vi.hoisted(() => vi.fn(async (): Promise<string | undefined> => undefined))
const known = vi.hoisted(() => new Map<string, unknown[]>())
vi.mock('../../../../src/platform/folders.ts', () => ({
  foldersOf: async (id: string) => known.get(id) ?? [],
  recipientsFor,
  rememberFolder: remembered,
}))

const secret = 'sk-proj-AbC1dEfG2hIjK3lMnO4pQrS5tUvW6xYz7T3BlbkFJ'
const row = {
  id: 'k1',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'lkFJ',
  createdAt: 1,
} as const
const files = new Map<string, Uint8Array>()
const folder = {
  name: 'shop',
  getDirectoryHandle: async () => {
    throw new DOMException('', 'NotFoundError')
  },
  getFileHandle: async (name: string, { create = false } = {}) => {
    if (!create && !files.has(name)) throw new DOMException('', 'NotFoundError')
    return {
      getFile: async () => ({ arrayBuffer: async () => files.get(name)?.slice().buffer }),
      createWritable: async () => ({
        write: async (bytes: Uint8Array) => void files.set(name, bytes),
        close: async () => undefined,
      }),
    }
  },
}

beforeEach(async () => {
  files.clear()
  worker.sent.length = 0
  remembered.mockClear()
  recipientsFor.mockResolvedValue(undefined)
  worker.answer = name => (name === 'screen.pull' ? { ok: true, secret } : { ok: true })
  Object.assign(window, { showDirectoryPicker: async () => folder })
})

const text = () => document.body.textContent ?? ''
const field = () => document.querySelector('textarea')
async function choose(form: string): Promise<void> {
  await show(<ProjectPart row={row} />)
  const select = document.querySelector('select')
  await settled(() => {
    if (select) select.value = form
    select?.dispatchEvent(new Event('change', { bubbles: true }))
  })
}
async function typeIn(words: string): Promise<void> {
  await settled(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), words)
    field()?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

test('an age file: shown without the key, written, opened with the identity, remembered with its readers', async () => {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  await choose('age')
  await typeIn(`# me\n${recipient}`)
  await settled(() => button('Pick the folder').click())
  await until(() => expect(text()).toContain('shop/openai_api_key.age'))
  expect(text()).toContain('Encrypted for age1')
  expect(files.size).toBe(0)
  await settled(() => button(/^Write it/).click())
  await until(() => expect(text()).toContain('holds the key, encrypted'))
  expect(document.documentElement.outerHTML).not.toContain(secret.slice(8))
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const sealed = new TextDecoder().decode(files.get('openai_api_key.age'))
  expect(await decrypter.decrypt(armor.decode(sealed), 'text')).toBe(`OPENAI_API_KEY=${secret}\n`)
  expect([...files.keys()].sort()).toEqual(['openai_api_key.age', 'secretspec.toml'])
  expect(remembered).toHaveBeenCalledWith('k1', folder, { form: 'age', recipients: recipient })
  expect(worker.sent.find(({ name }) => name === 'screen.edit')?.payload).toEqual({
    id: 'k1',
    about: { usedIn: ['shop/openai_api_key.age'] },
  })
  expect(text()).toContain('secretspec run -- npm start')
})

test('what came into the folder after the look is shown before the key is written: who could read it, and any other line', async () => {
  const [mine, theirs] = await Promise.all(
    [generateX25519Identity(), generateX25519Identity()].map(async identity =>
      identityToRecipient(await identity),
    ),
  )
  await choose('fnox')
  await typeIn(`${mine}`)
  await settled(() => button('Pick the folder').click())
  await until(() => button(/^Write it/))
  const fnox = `[providers.age]\ntype = "age"\nrecipients = ["${theirs}"]\n`
  for (const [name, words] of [
    ['fnox.toml', fnox],
    ['.gitignore', '.env\n'],
  ] as const) {
    files.set(name, new TextEncoder().encode(words))
    await settled(() => button(/^Write it/).click())
    await until(() => expect(text()).toContain('Files in “shop” have changed since you looked'))
    await until(() => expect(button(/^Write it/).getAttribute('aria-disabled')).not.toBe('true'))
    expect(new TextDecoder().decode(files.get('fnox.toml'))).toBe(fnox)
  }
  expect(text()).not.toContain('Encrypted for')
  await settled(() => button(/^Write it/).click())
  await until(() => expect(new TextDecoder().decode(files.get('fnox.toml'))).toContain('OPENAI_API_KEY'))
})

test('in place of an old key: where that was written is offered by one press', async () => {
  await followItems(['rows'])
  known.set('old', [{ folder: { ...folder, requestPermission: async () => 'granted' }, at: Date.now() }])
  await settled(() => session.set({ rows: [row, { ...row, id: 'old', label: 'Bot 1' }] }))
  files.set('.env', new TextEncoder().encode('OPENAI_API_KEY=sk-old\n'))
  files.set('.gitignore', new TextEncoder().encode('.env\n'))
  await show(<ProjectPart row={row} former="old" />)
  await until(() => expect(text()).toContain('Where “Bot 1” is'))
  await settled(() => button('Put it there').click())
  await until(() => button(/^Write/))
  await settled(() => button(/^Write/).click())
  await until(() => expect(new TextDecoder().decode(files.get('.env'))).toBe(`OPENAI_API_KEY=${secret}\n`))
})

test('the public keys of last time stand there already', async () => {
  recipientsFor.mockResolvedValue('age1known')
  await choose('fnox')
  await until(() => expect(field()?.value).toBe('age1known'))
})

test('a pasted private key does not reach the field', async () => {
  await choose('age')
  const pasting = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { getData: () => 'AGE-SECRET-KEY-1QQQQQQ' },
  })
  await settled(() => field()?.dispatchEvent(pasting))
  expect(pasting.defaultPrevented).toBe(true)
  expect(text()).toContain('That is a private key')
  expect(document.documentElement.outerHTML).not.toContain('1QQQQQQ')
})

test('without a public key no folder is asked for, and no key', async () => {
  const picker = vi.fn(async () => folder)
  Object.assign(window, { showDirectoryPicker: picker })
  await choose('sops')
  await settled(() => button('Pick the folder').click())
  expect(text()).toContain('Paste at least one public key')
  expect(picker).not.toHaveBeenCalled()
  expect(worker.sent).toEqual([])
})
