/** Adding a provider: one file, one line. This tells what was forgotten. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { permissionFor } from '../../src/providers/hosts.ts'
import { readAnswer, recognise } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import { serviceOf, usualVariable } from '../../src/providers/recognition/kept-services.ts'
import { requestFor } from '../../src/providers/request.ts'
import { variableName } from '../../src/providers/variable-names.ts'
import { seeded, shapes } from './random-keys.ts'
import { rows } from './table.ts'

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')) as {
  host_permissions: string[]
  optional_host_permissions: string[]
  content_security_policy: { extension_pages: string }
}

const askable = Object.values(providers).filter(provider => !provider.isKeptOnly)

describe.each(askable)('$name', provider => {
  const { id } = provider

  it('is listed under its own id', () => {
    expect(providers[id], `src/providers/list.ts: ${id} is not under its own id`).toBe(provider)
  })

  it('may be asked: manifest.json names its host, and the policy lets us connect', () => {
    const origin = permissionFor({ provider: id })
    const granted = [...manifest.host_permissions, ...manifest.optional_host_permissions]
    expect(granted, `manifest.json: add ${origin} to optional_host_permissions`).toContain(origin)
    const { origin: host, hostname } = new URL(provider.baseUrl)
    const policy = manifest.content_security_policy.extension_pages
    const named = policy.includes(host) || (provider.local && policy.includes(`http://${hostname}:*`))
    expect(named, `manifest.json: add ${host} to connect-src`).toBeTruthy()
  })

  it('has a free question whether the key is taken, that carries it in a header and not in the address', () => {
    const secret = 'sk-test-0123456789'
    const request = requestFor({ provider: id, secret, providerConfirmed: true }, 'models')
    expect(request, `src/providers/catalog/${id}.ts: probes.models is missing`).not.toBeNull()
    expect(request?.url).not.toContain(secret)
    expect(Object.values(request?.headers ?? {}).join(' ')).toContain(secret)
    expect(request?.method).toBe('GET')
  })

  it('says where its keys are made, and under which variable programs look for them', () => {
    expect(provider.console).toMatch(/^https:\/\//)
    expect(provider.variable).toMatch(/^[A-Z][A-Z0-9_]+$/)
    expect(
      variableName({ provider: id }),
      `src/providers/variable-names.ts and src/providers/catalog/${id}.ts differ`,
    ).toBe(provider.variable)
  })

  it('has a good and a bad answer in tests/providers/table.ts', () => {
    const own = rows.filter(row => row.provider === id)
    expect(
      own.some(row => row.key === 'accepted'),
      `tests/providers/table.ts: no answer in which ${id} takes a key`,
    ).toBe(true)
    expect(
      own.some(row => row.key === 'rejected') || provider.local,
      `tests/providers/table.ts: no answer in which ${id} refuses a key`,
    ).toBe(true)
  })

  it('is recognised by the shape of its keys, unless it has none', () => {
    if (provider.keys.length === 0)
      expect(provider.needsContext, `src/providers/catalog/${id}.ts: keys or needsContext`).toBe(true)
    for (const { shape } of provider.keys)
      expect(shape.source.startsWith('^'), `${shape} must begin at the key’s beginning`).toBe(true)
  })

  it('never takes a refusal without words for a verdict', () => {
    for (const status of [401, 403]) {
      const verdict = readAnswer(id, 'models', { status, headers: {}, body: '' })
      expect(verdict.key).toBe('unknown')
    }
  })
})

describe('another service', () => {
  it('is asked nothing, at no address, whatever a record says', () => {
    for (const baseUrl of [
      undefined,
      'https://api.openai.com/v1',
      'https://llm.example/v1',
      'http://127.0.0.1:1234',
    ])
      for (const probe of ['models', 'spend', 'admin', 'usage', 'scope:api.files.read'] as const) {
        const key = {
          provider: 'other',
          secret: 'x',
          providerConfirmed: true,
          ...(baseUrl && { baseUrl }),
        } as const
        expect(requestFor(key, probe)).toBeNull()
        expect(permissionFor(key)).toBeNull()
      }
  })

  it.each([
    ['Hugging Face', 'HUGGING_FACE_API_KEY'],
    ['日本', undefined],
    ['1Password', 'PASSWORD_API_KEY'],
  ])('%s is read by programs under its name', (service, name) => {
    expect(usualVariable(service)).toBe(name)
    const said = name === undefined ? {} : { variable: name }
    expect(variableName({ provider: 'other', ...said })).toBe(name ?? 'API_KEY')
  })

  it('has no shape that is not kept from every provider', () => {
    for (const [name, { make, certain }] of Object.entries(shapes))
      expect(serviceOf(make(seeded(name))) !== undefined, name).toBe(certain === 'other')
  })
})

describe('where a key may be sent', () => {
  it.each([
    ['openai', undefined, 'https://api.openai.com/v1/models'],
    ['openai', 'https://eu.api.openai.com/v1', 'https://eu.api.openai.com/v1/models'],
    ['openai', 'us.api.openai.com', 'https://us.api.openai.com/v1/models'],
    ['openai', 'https://api.openai.com.evil.example/v1', undefined],
    ['openai', 'http://api.openai.com/v1', undefined],
    ['openai', 'https://evil@api.openai.com/v1', undefined],
    ['openai', 'https://api.openai.com:8443/v1', undefined],
    ['openai', 'https://eu.api.openai.com@evil.example', undefined],
    ['openai', 'https://evilapi.openai.com', undefined],
    ['openai', 'javascript:alert(1)', undefined],
    ['openai', 'http://127.0.0.1:1234/v1', undefined],
    ['groq', 'https://api.openai.com/v1', undefined],
    ['ollama', undefined, 'http://127.0.0.1:11434/v1/models'],
    ['ollama', 'http://localhost:9999/v1/', 'http://localhost:9999/v1/models'],
    ['ollama', 'http://[::1]:9999', undefined],
    ['ollama', 'http://192.168.1.2:11434/v1', undefined],
    ['ollama', 'https://example.com/v1', undefined],
  ] as const)('%s at %s', (provider, baseUrl, url) => {
    expect(
      requestFor({ provider, secret: 'x', providerConfirmed: true, ...(baseUrl && { baseUrl }) }, 'models')
        ?.url,
    ).toBe(url)
  })
})

it('every provider’s key in one text is somebody’s', () => {
  expect(recognise('gsk_0123456789abcdefghij').provider).toBe('groq')
})
