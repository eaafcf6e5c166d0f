/** "Put it in my project": what a person sees before anything is written. */
import { expect, it } from 'vitest'
import { type ProjectFiles, planProject } from '../../../src/features/handoff/core/project-plan.ts'

const key = 'sk-proj-new_Key-1'
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (bytes: Uint8Array | undefined) =>
  bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

function plan(files: Partial<ProjectFiles>) {
  const made = planProject({ git: true, ...files }, 'OPENAI_API_KEY', key, 'sk-proj-…ey-1')
  if (!made.ok) return made
  return { ...made, wrote: { env: text(made.env.bytes), gitignore: text(made.gitignore?.bytes) } }
}

it('makes both files in an empty folder and shows both, the key masked', () => {
  const made = plan({})
  expect(made).toMatchObject({
    env: { change: 'made', preview: [{ sign: '+', line: 'OPENAI_API_KEY=sk-proj-…ey-1', number: 1 }] },
    gitignore: { change: 'made', preview: [{ number: 1 }, { sign: '+', line: '/.env', number: 2 }] },
    warnings: [],
    wrote: { env: `OPENAI_API_KEY=${key}\n`, gitignore: '# Holds keys: never commit it\n/.env\n' },
  })
  expect(JSON.stringify({ ...made, wrote: 0, env: { ...(made.ok && made.env), bytes: 0 } })).not.toContain(
    key,
  )
})

it('leaves a .gitignore alone that covers the file', () => {
  expect(plan({ gitignore: bytes('node_modules\n.env*\n') })).toMatchObject({ gitignore: null })
})

it('adds the rule where an exception before it cannot take it back', () => {
  expect(plan({ gitignore: bytes('.env\r\n!.env\r\n') })).toMatchObject({
    gitignore: { change: 'added', preview: [{ number: 3 }, { line: '/.env', number: 4 }] },
    wrote: { gitignore: '.env\r\n!.env\r\n# Holds keys: never commit it\r\n/.env\r\n' },
  })
})

it('replaces one line and shows neither the old key nor the neighbours', () => {
  const made = plan({ env: bytes('DB=secret\nOPENAI_API_KEY=sk-old\n') })
  expect(made).toMatchObject({
    env: {
      change: 'replaced',
      preview: [
        { sign: '-', line: 'OPENAI_API_KEY=…', number: 2 },
        { sign: '+', line: 'OPENAI_API_KEY=sk-proj-…ey-1', number: 2 },
      ],
    },
  })
  expect(JSON.stringify(made.ok && made.env.preview)).not.toMatch(/sk-old|secret/)
})

it.each([
  ['a folder that is no repository', { git: false }, 'no_git'],
  ['an index that cannot be read', { gitIndex: bytes('gitdir: ../.git/worktrees/a') }, 'perhaps_tracked'],
  ['a variable that is set twice', { env: bytes('OPENAI_API_KEY=a\nOPENAI_API_KEY=b\n') }, 'also_on'],
])('warns of %s', (_, files, code) => {
  expect(plan(files)).toMatchObject({ warnings: [{ code }] })
})

it('touches nothing when a file cannot be read', () => {
  expect(plan({ env: new Uint8Array([0xff, 0xfe, 1, 0]) })).toMatchObject({ ok: false, code: 'utf16' })
  expect(plan({ gitignore: new Uint8Array([0]) })).toMatchObject({ ok: false, code: 'not_text' })
})
