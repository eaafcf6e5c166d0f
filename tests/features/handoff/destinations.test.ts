/**
 * Where else a key is kept: each line is run by a real shell with stand-ins for the tools, which write down what they are called with and
 * what they are given. The key arrives, and stands in no command line.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { destinationSnippets, destinations } from '../../../src/features/handoff/core/destinations.ts'
import type { Snippet } from '../../../src/features/handoff/core/snippets/snippet.ts'
import { providers } from '../../../src/providers/list.ts'
import { here } from './interpreters.ts'

const key = 'sk-proj-AbC1dEfG2hIjK3l $HOME"\'`\\MnO4pQrS'
const tools =
  'gh glab vercel netlify npx fly railway heroku aws gcloud az vault doppler infisical op jq kubectl kubeseal docker sudo systemd-ask-password'
let folder: string
let calls: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-tools-'))
  calls = join(folder, 'calls')
  // jq stands between the question and the tool: it has the key in its environment and passes it on.
  const standIn = `#!/bin/sh
printf '%s\\n' "$0" "$@" > "${calls}/\${0##*/}.argv"
case "\${0##*/}" in jq) printf %s "$KEY" ;; *) cat ;; esac | tee "${calls}/\${0##*/}.stdin"
`
  // Netlify's is a program of Node: it reads the file that it is given, and prints a table of what stood in it.
  const netlify = `#!${process.execPath}
const { promises, writeFileSync } = require('node:fs')
const [, , command, file] = process.argv
writeFileSync('${calls}/netlify-' + command.slice(4) + '.argv', process.argv.join('\\n'))
if (command === 'env:import') promises.readFile(file, 'utf8').then(text => {
  writeFileSync('${calls}/netlify.stdin', text)
  console.log(text)
})
else console.log('Set environment variable ' + file)
`
  for (const name of tools.split(' ')) {
    writeFileSync(join(folder, name), name === 'netlify' ? netlify : standIn)
    chmodSync(join(folder, name), 0o755)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  rmSync(calls, { recursive: true, force: true })
  mkdirSync(calls)
})

const all = destinationSnippets('OPENAI_API_KEY', 'openai')

describe.each(['bash', ...(here('zsh') ? ['zsh'] : [])])('in %s', shell => {
  function kept({ text }: Snippet): string {
    const ended = spawnSync(shell, ['-c', text], {
      cwd: folder,
      input: `${key}\n`,
      encoding: 'utf8',
      env: { PATH: `${folder}:/usr/bin:/bin`, HOME: folder },
    })
    expect(ended.stderr).toBe('')
    expect(ended.status).toBe(0)
    const files = readdirSync(calls).map(name => [name, readFileSync(join(calls, name), 'utf8')] as const)
    for (const [name, said] of files)
      if (name.endsWith('.argv')) expect(said, name).not.toContain('AbC1dEfG2')
    const given = files.filter(([name]) => name.endsWith('.stdin')).map(([, said]) => said)
    expect(given.some(said => said.trimEnd().endsWith(key))).toBe(true)
    return ended.stdout
  }

  it.each(all)('$label: the key arrives, and no command line holds it', snippet => void kept(snippet))

  it('Netlify prints the key in a table: the terminal does not get it', () => {
    const netlify = all.find(({ id }) => id === 'netlify')
    expect(netlify && kept(netlify)).toBe(
      'Paste the key, then Enter: \nSet environment variable OPENAI_API_KEY\n',
    )
  })
})

it('no line carries a value, for no provider, and each names its manual', { tags: 'slow' }, () => {
  // Most differ by the variable's name alone: bash reads each once.
  const read = new Set<string>()
  const readsAsBash = (text: string, variable: string) => {
    const shape = text.replaceAll(variable, 'NAME')
    if (!read.has(shape)) execFileSync('bash', ['-n', '-c', text])
    read.add(shape)
  }
  for (const provider of Object.values(providers))
    for (const { text, usage, source } of destinationSnippets(provider.variable, provider.id)) {
      expect(`${text}\n${usage?.text}`).not.toMatch(/\bsk-[\w-]{6,}|AIza|gsk_|your.?(api.?)?key|<.*key.*>/i)
      expect(source).toMatch(/^https:\/\//)
      readsAsBash(text, provider.variable)
      if (usage?.language === 'bash') readsAsBash(usage.text, provider.variable)
    }
  expect(new Set(destinations.map(({ id }) => id)).size).toBe(destinations.length)
})
