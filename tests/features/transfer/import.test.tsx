// @vitest-environment happy-dom
/** Bringing keys in, as a person does it: a file is chosen, the list is changed, and only what it says is sent. */
import { beforeEach, expect, test, vi } from 'vitest'
import { Import } from '../../../src/features/transfer/screen/import.tsx'
import { worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'
import { cohere, files, generated, huggingFace, openai } from './export-files.ts'

const text = () => document.body.textContent ?? ''
const records = () =>
  worker.sent
    .filter(({ name }) => name === 'screen.import')
    .flatMap(({ payload }) => (payload as { records: Record<string, unknown>[] }).records)

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = (name, payload) => {
    if (name === 'screen.findDuplicates')
      return {
        ok: true,
        keys: (payload as { digests: string[] }).digests.map((_, at) =>
          at === 1 ? { id: 'k', label: 'My HF' } : null,
        ),
      }
    return { ok: true, count: records().length }
  }
  vi.stubGlobal('showDirectoryPicker', async () => null)
  await show(<Import />)
})

async function choose(...given: File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('There is no field for a file.')
  Object.defineProperty(input, 'files', { configurable: true, value: given })
  await settled(() => input.dispatchEvent(new Event('change', { bubbles: true })))
}
const fileOf = (format: string) => new File([files[format]?.text ?? ''], files[format]?.name ?? '')
const control = <T extends Element>(label: string) =>
  document.querySelector<T>(`[aria-label="${label}"]`) as T

test('an export: keys are offered, doubles are left out, the rest is counted; what was changed is what is sent', async () => {
  await choose(fileOf('Bitwarden, JSON'))
  await until(() => expect(text()).toContain('Import 2 keys'))
  expect(text()).toContain('One other entry was left alone. Keyway keeps nothing of it.')
  expect(text()).toContain('The same key is there already: “My HF”.')
  for (const secret of [openai, huggingFace, cohere, generated])
    expect(document.body.innerHTML).not.toContain(secret)
  // Whose a certain shape is, is not for anybody to say.
  expect(control('Provider of “OpenAI bot”')).toBeNull()
  const select = control<HTMLSelectElement>('Provider of “Cohere API key”')
  expect(select.value).toBe('other')
  await type(control<HTMLInputElement>('Environment of “OpenAI bot”'), 'Staging')
  await settled(() => button('Import 2 keys').click())
  expect(records()).toMatchObject([
    { provider: 'openai', label: 'OpenAI bot', environment: 'Staging', secret: openai, tags: ['Work'] },
    { provider: 'other', label: 'Cohere API key', service: 'Cohere', secret: cohere },
  ])
  expect(text()).toContain('Delete the file yourself: “bitwarden.json” still holds every key')
  expect(text()).toContain('It cannot test them.')
})

test('another provider chosen in the list is what the key is kept under', async () => {
  await choose(fileOf('Dashlane, CSV'))
  await until(() => expect(text()).toContain('Import 2 keys'))
  const select = control<HTMLSelectElement>('Provider of “Cohere API key”')
  await settled(() => {
    select.value = 'mistral'
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settled(() => button('Import 2 keys').click())
  expect(records()[1]).toMatchObject({ provider: 'mistral', secret: cohere })
  expect(records()[1]).not.toHaveProperty('service')
})

test.each([
  ['an encrypted export', '{"encrypted":true}', 'This export is encrypted.'],
  ['a broken one', '{"encrypted":false,"items":[', 'breaks off'],
  ['no text at all', 'MZ\0\0\0\u0001', 'This is not a text file.'],
])('%s is said in one sentence, and another file may follow', async (_, content, said) => {
  await choose(new File([content], 'x'))
  await until(() => expect(text()).toContain(said))
  expect(document.querySelectorAll('[role="alert"]')).toHaveLength(1)
  await choose(fileOf('Chrome and Edge, CSV'))
  await until(() => expect(text()).toContain('Import 2 keys'))
})

test('of several files one that cannot be read does not keep the others back', async () => {
  await choose(new File(['{"encrypted":true}'], 'sealed.json'), fileOf('Doppler, JSON'))
  await until(() => expect(text()).toContain('Import 2 keys'))
  expect(text()).toContain('sealed.json: This export is encrypted.')
})

/** A folder in memory; `null` is a file or a folder that vanishes before it is read. */
type Tree = { [name: string]: string | Tree | null }
const folderOf = (name: string, tree: Tree) => ({
  kind: 'directory',
  name,
  async *values(): AsyncGenerator<unknown> {
    for (const [child, is] of Object.entries(tree)) {
      if (is !== null && typeof is === 'object') yield folderOf(child, is)
      else
        yield {
          kind: 'file',
          name: child,
          getFile: async () => {
            if (is === null) throw new DOMException('gone', 'NotFoundError')
            return new File([is], child)
          },
        }
    }
  },
})

test('a browser that refuses the folder says so, and a file can still be chosen', async () => {
  vi.stubGlobal('showDirectoryPicker', () =>
    Promise.reject(new DOMException('system folder', 'SecurityError')),
  )
  await settled(() => button('Choose a folder').click())
  await until(() => expect(text()).toContain('The browser did not open this folder.'))
  await choose(fileOf('Bitwarden, JSON'))
  await until(() => expect(text()).toContain('OpenAI bot'))
})

test('a folder: every .env* of its tree is read, what vanishes meanwhile keeps nothing back and is said', async () => {
  const tree = {
    '.env': `OPENAI_API_KEY=${openai}\nPORT=3000\n`,
    'README.md': `HF_TOKEN=${huggingFace}`,
    api: { '.envrc': `export HF_TOKEN=${huggingFace}\n`, '.env.gone': null },
    deploy: { 'worker.env': `COHERE_API_KEY=${cohere}\n` },
    node_modules: { '.env': `SECRET_API_KEY=${generated}` },
  }
  vi.stubGlobal('showDirectoryPicker', async () => folderOf('shop', tree))
  worker.answer = (name, payload) =>
    name === 'screen.findDuplicates'
      ? { ok: true, keys: (payload as { digests: string[] }).digests.map(() => null) }
      : { ok: true, count: records().length }
  await settled(() => button('Choose a folder').click())
  await until(() => expect(text()).toContain('Import 3 keys'))
  expect(text()).toContain('Not every .env file in this folder was read.')
  await settled(() => button('Import 3 keys').click())
  expect(records().map(({ secret, usedIn }) => [secret, usedIn])).toEqual([
    [openai, ['shop/.env']],
    [huggingFace, ['shop/api/.envrc']],
    [cohere, ['shop/deploy/worker.env']],
  ])
  expect(text()).toContain('The .env files in “shop” still hold these keys')
})

test('a sealed backup asks for its passphrase, and the keyboard is there already', async () => {
  await choose(new File(['-----BEGIN AGE ENCRYPTED FILE-----\n'], 'keyway.age'))
  await until(() => expect(text()).toContain('The backup’s passphrase'))
  expect((document.activeElement as HTMLInputElement | null)?.type).toBe('password')
})
