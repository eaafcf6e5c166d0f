// @vitest-environment happy-dom
/** The tab that hands a key to a program or an app: each sample says whether it was run, and each app what it wants. */
import { beforeEach, describe, expect, test } from 'vitest'
import UsePart from '../../../src/features/handoff/screen/use-part.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { settled, show } from '../../in-dom.ts'

const key: KeyRow = {
  id: 'k1',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'abcd',
  createdAt: 1,
}
const part = (name: string) => {
  const found = document.querySelector<HTMLElement>(`section[aria-label="${name}"]`)
  if (!found) throw new Error(`There is no part “${name}”.`)
  return found
}

async function choose(name: string, option: string): Promise<string> {
  const list = part(name).querySelector('select')
  const wanted = [...(list?.options ?? [])].find(one => one.text === option)
  if (!list || !wanted) throw new Error(`“${name}” does not offer “${option}”.`)
  await settled(() => {
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(list), 'value')?.set
    set?.call(list, wanted.value)
    list.dispatchEvent(new Event('change', { bubbles: true }))
  })
  return part(name).textContent ?? ''
}

beforeEach(() => show(<UsePart row={key} />))

describe('a program that runs for long', () => {
  const careful = 'With time-outs, another try, streaming and the cost'

  test.each([
    ['Python', 'pip install openai', false],
    ['PHP', 'composer require openai-php/client guzzlehttp/guzzle', false],
    ['Ruby', 'gem install openai', false],
    ['Go', 'go get github.com/openai/openai-go/v3', true],
    ['Swift', 'swift package add-dependency', true],
  ])('%s: what has to be there first, and whether it was ever run', async (label, install, isUnrun) => {
    const text = await choose(careful, label)
    expect(text).toContain(install)
    expect(text).toMatch(/From its manual, read on/)
    expect(text.includes('this program was not run')).toBe(isUnrun)
  })

  test.each([
    'curl and jq, in bash',
    'Python, nothing to install',
    'A stand-in for the API, for local tests',
  ])('%s: nothing to install', async label => {
    const text = await choose(careful, label)
    expect(text).not.toMatch(/First:|was not run/)
    expect(text).not.toMatch(/sk-[\w-]{6,}/)
  })
})

describe('an app', () => {
  test.each([
    ['Cline', /It wants.*ChatGPT plan you can sign in instead/, /A wise limit\$20\.00 a month/],
    ['n8n', /It wantsAn API key/, /A wise limit\$5\.00 a month/],
    ['LibreChat', /Permissions.*List models/, /A wise limit\$20\.00 a month/],
    ['Make', /Permissions.*does not say which are enough/, /A wise limit\$5\.00 a month/],
  ])('%s: the field, what it wants, and a limit', async (app, wants, limit) => {
    const text = await choose('In an app', app)
    expect(text).toMatch(wants)
    expect(text).toMatch(limit)
    expect(text).toMatch(/its documentation, read on/)
  })

  test('of another provider OpenAI’s permissions are not spoken of', async () => {
    await show(<UsePart row={{ ...key, provider: 'anthropic' }} />)
    expect(await choose('In an app', 'Cursor')).not.toMatch(/Permissions/)
  })
})

test('each button that copies code says which code', () => {
  const names = [...document.querySelectorAll('button')]
    .filter(one => one.textContent === 'Copy the code')
    .map(one => one.getAttribute('aria-label') ?? '')
  expect(names.length).toBeGreaterThan(4)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^Copy the code: ./)
})
