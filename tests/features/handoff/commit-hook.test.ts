/**
 * The hook before a commit, run by git itself; and gitleaks' rules against the same table.
 *
 * @module-tag slow
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitHook, hashedLine } from '../../../src/features/handoff/core/commit-hook.ts'
import { readToml } from '../../../src/features/handoff/core/encrypted/toml.ts'
import { findKeys } from '../../../src/features/handoff/core/scan.ts'
import { gitleaksRules, keysIn, scanShapes } from '../../../src/features/handoff/core/scan-shapes.ts'
import { here } from './interpreters.ts'

const body = 'aB3dE5gH7jK9mN2pQ4rS6tU8vW1xY0zC5eF7hJ9kL2nP4qR6sT8uV0wX3yZ1bD'
const hex = (length: number): string =>
  '9f3c71e8b2d45a06c8e1f7b39d2a64058be7c1f20d93a46e'.repeat(2).slice(0, length)
const samples: Record<string, string> = {
  sk: `sk-proj-${body}T3BlbkFJ${body}`,
  'lm-studio': `sk-lm-${body.slice(0, 8)}:${body.slice(8, 28)}`,
  'openai-session': `sess-${body.slice(0, 40)}`,
  groq: `gsk_${body.slice(0, 52)}`,
  xai: `xai-${body}`,
  google: `AIza${body.slice(0, 35)}`,
  'google-auth': `AQ.${body.slice(0, 50)}`,
  together: `tgp_v1_${body.slice(0, 43)}`,
  cerebras: `csk-${body.toLowerCase().slice(0, 48)}`,
  perplexity: `pplx-${body.slice(0, 48)}`,
  'hugging-face': `hf_${body.slice(0, 34)}`,
  nvidia: `nvapi-${`${body}${body}`.slice(0, 64)}`,
  replicate: `r8_${body.slice(0, 37)}`,
  'fireworks-ai': `fw_${body.slice(0, 40)}`,
  elevenlabs: `sk_${hex(48)}`,
  langsmith: `lsv2_pt_${hex(32)}_${hex(10)}`,
  azure: `${body.slice(0, 52)}JQQJ99BA${body.slice(0, 24)}`,
  mistral: body.slice(0, 32),
  'together-older': hex(64),
  cohere: body.slice(0, 40),
  'azure-older': hex(32),
}
const names: Record<string, string> = {
  mistral: 'MISTRAL_API_KEY',
  'together-older': 'TOGETHER_API_KEY',
  cohere: 'COHERE_API_KEY',
  'azure-older': 'AZURE_OPENAI_API_KEY',
}
const lineFor = (id: string) => `${names[id] ?? 'X'}="${samples[id]}"`

let folder: string
const salt = '00112233445566778899aabbccddeeff'
const git = (...args: string[]) =>
  spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: folder, encoding: 'utf8' })
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-hook-'))
  git('init', '-q')
  const lines = [
    await hashedLine(samples.sk ?? '', `Bot's "main" $(touch x)`, salt),
    await hashedLine(samples.mistral ?? '', 'Le Chat', salt),
  ]
  const script = commitHook(lines, salt)
  for (const sample of Object.values(samples)) expect(script).not.toContain(sample)
  execFileSync('bash', ['-c', script], { cwd: folder })
})
afterAll(() => rmSync(folder, { recursive: true }))

function commit(text: string) {
  writeFileSync(join(folder, 'file.txt'), text)
  git('add', '-A')
  return git('commit', '-q', '-m', 'x')
}

describe('the hook', () => {
  it('keeps a hook that was there, and runs it when no key is added; made twice, it is the same', () => {
    const own = mkdtempSync(join(tmpdir(), 'keyway-hooks-'))
    const run = (...args: string[]) => spawnSync(args[0] ?? '', args.slice(1), { cwd: own, encoding: 'utf8' })
    run('git', 'init', '-q')
    writeFileSync(join(own, '.git/hooks/pre-commit'), '#!/bin/sh\necho mine >&2\n', { mode: 0o755 })
    for (let made = 0; made < 2; made++) run('bash', '-c', commitHook([], salt))
    const commits = (text: string) => {
      writeFileSync(join(own, 'file.txt'), text)
      run('git', 'add', '-A')
      return run('git', '-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'x')
    }
    expect(commits('hello\n')).toMatchObject({ status: 0, stderr: 'mine\n' })
    expect(commits(`${lineFor('groq')}\n`)).toMatchObject({ status: 1 })
    rmSync(own, { recursive: true })
  })

  it('lets through what holds no key, and what was there before', () => {
    expect(commit('hello\nsk-your-key\nMISTRAL_API_KEY=\n')).toMatchObject({ status: 0, stderr: '' })
  })

  it('stops a key of yours and says its name, not its value', () => {
    const { status, stderr } = commit(`a\n${lineFor('sk')}\n`)
    expect(status).toBe(1)
    expect(stderr).toContain('adds Bots main touch x: sk-proj')
    expect(stderr).not.toContain(body.slice(0, 12))
  })

  it.each(Object.keys(samples))('stops what looks like a key: %s', id => {
    const { status, stderr } = commit(`b\n${lineFor(id)}\n`)
    expect(stderr).toMatch(
      id === 'mistral' ? /adds Le Chat/ : id === 'sk' ? /adds Bots/ : /adds what looks like a key/,
    )
    expect(status).toBe(1)
  })
})

describe('whatever git makes of the file', () => {
  const line = lineFor('sk')
  it.each<[string, string | Buffer, string?]>([
    ['a patch, whose lines begin with a plus', `+${line}\n++ ${line}\n`],
    ['text that the repository calls binary', `${line}\n`, '*.txt -diff'],
    ['text that the repository calls binary and merges so', `${line}\n`, '*.txt binary'],
    ['text that a program of the repository turns into another', `${line}\n`, '*.txt diff=nothing'],
    ['two bytes a letter, as older PowerShell writes', Buffer.from(`\ufeff${line}\r\n`, 'utf16le')],
    ['a byte that no text has', `\0${line}\n`],
    [
      'bytes of no alphabet around it',
      Buffer.concat([Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from(`${line}\n`)]),
    ],
    ['a line end of one kind only', `a\r${line}\rb`],
  ])('stops it in %s', (_, text, attributes) => {
    git('config', 'diff.nothing.textconv', 'true')
    writeFileSync(join(folder, '.gitattributes'), attributes ?? '')
    writeFileSync(join(folder, 'file.txt'), text)
    git('add', '-A')
    expect(git('commit', '-q', '-m', 'x')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('adds Bots main touch x: sk-proj'),
    })
  })

  it('lets through words that only end like the beginning of a key, and names of files', () => {
    git('rm', '-q', '--cached', '-f', 'file.txt')
    rmSync(join(folder, 'file.txt'))
    writeFileSync(join(folder, '.gitattributes'), '')
    writeFileSync(
      join(folder, 'task-management-dashboard-component.ts'),
      'task-management-dashboard-component\n',
    )
    writeFileSync(join(folder, 'sk-management-dashboard-component.ts'), 'x\n')
    git('add', '-A')
    expect(git('commit', '-q', '-m', 'x')).toMatchObject({ status: 0, stderr: '' })
  })
})

/** The rule of gitleaks for one shape, out of the file as it is saved. */
function ruleFor(id: string): string {
  const entries = readToml(gitleaksRules())?.entries ?? []
  const index = entries.findIndex(({ value }) => value.kind === 'string' && value.text === `keyway-${id}`)
  const regex = entries.slice(index).find(({ path }) => path.at(-1) === 'regex')?.value
  return regex?.kind === 'string' ? regex.text : 'x^'
}

/** Reads rules, lines and keys, and prints each rule that does not find its key as the first group. */
const inGo = `package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
)

func main() {
	var all []struct{ Rule, Line, Key string }
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		panic(err)
	}
	for _, one := range all {
		found := regexp.MustCompile(one.Rule).FindStringSubmatch(one.Line)
		if len(found) < 2 || found[1] != one.Key {
			fmt.Println(one.Rule, found)
		}
	}
}
`

describe('one table', () => {
  it.each(scanShapes.map(({ id }) => [id]))('%s: found by the scan, and by the rule of gitleaks', id => {
    const line = lineFor(id)
    expect(keysIn(line)).toEqual([samples[id]])
    expect(findKeys(line)).toMatchObject([{ line: 1, key: samples[id] }])
    expect(findKeys(line.replace(samples[id] ?? '', '…'))).toEqual([])
    const [, key] = new RegExp(ruleFor(id)).exec(line) ?? []
    expect(key).toBe(samples[id])
  })

  it('Go, in which gitleaks is written, reads the rules as we do; where Go is not on this machine, that is said', () => {
    if (!here('go', 'version'))
      return console.warn('go is not on this machine: the rules were read by JavaScript only.')
    writeFileSync(join(folder, 'rules.go'), inGo)
    const input = JSON.stringify(
      scanShapes.map(({ id }) => ({ Rule: ruleFor(id), Line: lineFor(id), Key: samples[id] })),
    )
    const { status, stdout, stderr } = spawnSync('go', ['run', join(folder, 'rules.go')], {
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH ?? '', HOME: folder },
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('Python reads the file as TOML: every rule has what gitleaks asks of one', () => {
    if (!here('python3', '-c', 'import tomllib'))
      return console.warn('python3 with tomllib is not on this machine: the file was read by us only.')
    const read = spawnSync(
      'python3',
      ['-c', 'import json, sys, tomllib; print(json.dumps(tomllib.load(sys.stdin.buffer)))'],
      { encoding: 'utf8', input: gitleaksRules() },
    )
    const { extend, rules } = JSON.parse(read.stdout) as { extend: unknown; rules: Record<string, unknown>[] }
    expect(extend).toEqual({ useDefault: true })
    expect(rules).toEqual(
      scanShapes.map(({ id, what }) => ({
        id: `keyway-${id}`,
        description: what,
        regex: ruleFor(id),
        secretGroup: 1,
      })),
    )
  })
})
