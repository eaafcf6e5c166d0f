/**
 * Encrypted project files: the person's own tool, or a second reader, opens what was written; nobody else does, and nothing else changes.
 *
 * @module-tag slow
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  armor,
  Decrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planDotenvx } from '../../../../src/features/handoff/core/encrypted/dotenvx.ts'
import { planFnox } from '../../../../src/features/handoff/core/encrypted/fnox.ts'
import {
  isPlainSwap,
  type Order,
  type Planner,
} from '../../../../src/features/handoff/core/encrypted/plan.ts'
import {
  encryptedForms,
  makeIdentity,
} from '../../../../src/features/handoff/core/encrypted/project-forms.ts'
import { readRecipients } from '../../../../src/features/handoff/core/encrypted/recipients.ts'
import { planAgeFile } from '../../../../src/features/handoff/core/encrypted/secretspec.ts'
import { planSops } from '../../../../src/features/handoff/core/encrypted/sops.ts'
import { readToml } from '../../../../src/features/handoff/core/encrypted/toml.ts'
import { sealer } from '../../../../src/features/handoff/screen/encrypted/sealer.ts'
import { openDotenvx, openSops } from './second-readers.ts'
import { dotenvx, runTool, tool } from './tools.ts'

const secret = 'sk-proj-AbC1dEfG2hIjK3lMnO4pQrS5tUvW6xYz7T3BlbkFJ'
let folder: string
let identity: string
let recipient: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-sealed-'))
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  writeFileSync(join(folder, 'keys.txt'), `${identity}\n`, { mode: 0o600 })
})
afterAll(() => rmSync(folder, { recursive: true }))

function order(files: Record<string, string> = {}, keys = recipient): Order {
  const read = readRecipients(keys)
  if (!read.ok) throw new Error(read.message)
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  return {
    name: 'OPENAI_API_KEY',
    secret,
    recipients: read.recipients,
    files: new Map(bytes),
    folder: 'my "shop"',
    about: 'OpenAI',
    now: new Date('2026-11-22T02:03:04.567Z'),
  }
}

/** The files afterwards, each as it is on the disk. */
async function written(planner: Planner, asked: Order): Promise<Record<string, string>> {
  const plan = await planner(asked, sealer)
  if (!plan.ok) throw new Error(plan.message)
  for (const { preview, bytes } of plan.changes) {
    expect(JSON.stringify(preview)).not.toContain(secret.slice(8))
    expect(new TextDecoder().decode(bytes)).not.toContain(secret.slice(8))
  }
  return Object.fromEntries(
    plan.changes.map(({ name, bytes }) => [
      name,
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    ]),
  )
}

async function open(armored: string, by = identity): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(by)
  return decrypter.decrypt(armor.decode(armored))
}
const openText = async (armored: string, by?: string) => new TextDecoder().decode(await open(armored, by))

describe('an age file', () => {
  it('opens with the identity and no other, and secretspec.toml names it', async () => {
    const files = await written(planAgeFile, order())
    const sealed = files['openai_api_key.age'] ?? ''
    expect(await openText(sealed)).toBe(`OPENAI_API_KEY=${secret}\n`)
    await expect(openText(sealed, await generateX25519Identity())).rejects.toThrow()
    expect(files['secretspec.toml']).toBe(
      `[project]\nname = "my \\"shop\\""\nrevision = "1.0"\n\n[profiles.default]\nOPENAI_API_KEY = { description = "OpenAI", required = true, providers = ["age://openai_api_key.age"] }\n`,
    )
  })

  it('opens with the age tool, for age’s own key and for both kinds of SSH key', async () => {
    const age = tool('age')
    const keygen = tool('ssh-keygen')
    const identities: [string, string][] = [['keys.txt', recipient]]
    if (keygen)
      for (const type of ['ed25519', 'rsa']) {
        // An ed25519 key has one length and leaves -b alone.
        runTool(keygen, ['-q', '-t', type, '-b', '2048', '-N', '', '-C', 'me@here', '-f', join(folder, type)])
        identities.push([type, readFileSync(join(folder, `${type}.pub`), 'utf8')])
      }
    const all = identities.map(([, key]) => key).join('\n')
    const files = await written(planAgeFile, order({}, all))
    writeFileSync(join(folder, 'sealed.age'), files['openai_api_key.age'] ?? '')
    for (const [file] of age ? identities : [])
      expect(runTool(age ?? '', ['-d', '-i', join(folder, file), join(folder, 'sealed.age')]), file).toBe(
        `OPENAI_API_KEY=${secret}\n`,
      )
    expect(await openText(files['openai_api_key.age'] ?? '')).toContain(secret)
  })

  it('by its printed lines: an identity is made, a file is written for it, and a program starts with the key', async () => {
    if (!tool('age')) return
    const home = join(folder, 'home')
    mkdirSync(home)
    const shell = (text: string) => runTool('bash', ['-c', text], { cwd: home })
    // The first of the four lines gets age itself.
    const [, ...lines] = makeIdentity.text.split('\n')
    expect(lines).toHaveLength(3)
    const mine = shell(lines.join('\n')).trim()
    expect(statSync(join(home, '.config/age/keys.txt')).mode & 0o777).toBe(0o600)
    const files = await written(planAgeFile, order({}, mine))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text)
    const read = readRecipients(mine)
    const line = encryptedForms.age
      .run({ name: 'OPENAI_API_KEY', recipients: read.ok ? read.recipients : [] })
      .find(({ id }) => id === 'age')
    expect(line?.text).toContain('exec npm start')
    expect(shell((line?.text ?? '').replace('npm start', 'printenv OPENAI_API_KEY'))).toBe(`${secret}\n`)
  })

  it('takes a post-quantum key', async () => {
    const strong = await generateHybridIdentity()
    const files = await written(planAgeFile, order({}, await identityToRecipient(strong)))
    expect(await openText(files['openai_api_key.age'] ?? '', strong)).toContain(secret)
  })

  it('leaves what else stands in secretspec.toml alone, and sets the line anew the next time', async () => {
    const spec = `# ours\r\n[project]\r\nname = "shop"\r\n\r\n[profiles.default]\r\nDB = { description = "d" } # keep\r\n\r\n[profiles.prod]\r\nX = { description = "x" }`
    const first = (await written(planAgeFile, order({ 'secretspec.toml': spec })))['secretspec.toml'] ?? ''
    const line =
      'OPENAI_API_KEY = { description = "OpenAI", required = true, providers = ["age://openai_api_key.age"] }\r\n'
    expect(first).toBe(spec.replace('# keep\r\n', `# keep\r\n${line}`))
    const own = first.replace('"OpenAI", required = true', '"the shop’s", required = false')
    const second = (await written(planAgeFile, order({ 'secretspec.toml': own })))['secretspec.toml']
    expect(second).toBe(own.replace('required = false', 'required = true'))
  })
})

describe('fnox.toml', () => {
  const valueIn = (text: string, name = 'OPENAI_API_KEY') => {
    const value = readToml(text)?.entries.find(({ path }) => path.join('.') === `secrets.${name}`)?.value
    const sealed = value?.kind === 'table' ? value.fields.get('value') : undefined
    return sealed?.kind === 'string'
      ? Uint8Array.from(atob(sealed.text), char => char.charCodeAt(0))
      : undefined
  }
  const openValue = async (text: string, by = identity) => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(by)
    return new TextDecoder().decode(await decrypter.decrypt(valueIn(text) ?? new Uint8Array()))
  }

  it('is made with the provider, and the value opens', async () => {
    const { 'fnox.toml': text = '' } = await written(planFnox, order())
    expect(text).toMatch(
      /^\[providers\]\nage = \{ type = "age", recipients = \["age1[0-9a-z]+"\] \}\n\n\[secrets\]\nOPENAI_API_KEY = \{ provider = "age", value = "[A-Za-z0-9+/=]+" \}\n$/,
    )
    expect(await openValue(text)).toBe(secret)
  })

  it('is read by the age tool, value by value', async () => {
    const { 'fnox.toml': text = '' } = await written(planFnox, order())
    const age = tool('age')
    writeFileSync(join(folder, 'value.age'), valueIn(text) ?? '')
    if (age)
      expect(runTool(age, ['-d', '-i', join(folder, 'keys.txt'), join(folder, 'value.age')])).toBe(secret)
    expect(await openValue(text)).toBe(secret)
  })

  it('encrypts for those whom the file names, and touches nothing else', async () => {
    const theirs = await generateX25519Identity()
    const key = await identityToRecipient(theirs)
    const before = `#:schema https://fnox.jdx.dev/schema.json\n\n[providers.team]\ntype = 'age'\nrecipients = [\n  "${key}", # alice\n]\n\n[secrets]\nDB = { provider = "team", value = "abc=" } # the shop's\nOPENAI_API_KEY = { description = "bot", provider = "op", value = "x", env = false }\n\n[profiles.prod.secrets]\nOPENAI_API_KEY = { provider = "team", value = "prod" }\n`
    const { 'fnox.toml': text = '' } = await written(planFnox, order({ 'fnox.toml': before }))
    expect(await openValue(text, theirs)).toBe(secret)
    await expect(openValue(text)).rejects.toThrow()
    expect(
      text
        .replace(/"[A-Za-z0-9+/=]{80,}"/, '"x"')
        .replace('provider = "team", value = "x", env', 'provider = "op", value = "x", env'),
    ).toBe(before)
  })
})

describe('SOPS', () => {
  it('opens by its public description, MAC and all, and not after a change', async () => {
    const other = await generateX25519Identity()
    const files = await written(planSops, order({}, `${await identityToRecipient(other)}\n${recipient}`))
    const text = files['openai_api_key.sops.json'] ?? ''
    expect(await openSops(text, recipient, open)).toEqual({ OPENAI_API_KEY: secret })
    expect(JSON.parse(text)).toMatchObject({ sops: { lastmodified: '2026-11-22T02:03:04Z' } })
    const moved = text.replace('02:03:04Z', '02:03:05Z')
    await expect(openSops(moved, recipient, open)).rejects.toThrow()
    await expect(openSops(text.replace('OPENAI_API_KEY', 'OTHER'), recipient, open)).rejects.toThrow()
    const sops = tool('sops')
    if (sops) {
      writeFileSync(join(folder, 'a.sops.json'), text)
      const env = { SOPS_AGE_KEY_FILE: join(folder, 'keys.txt') }
      expect(
        runTool(sops, ['exec-env', join(folder, 'a.sops.json'), 'printf %s "$OPENAI_API_KEY"'], { env }),
      ).toBe(secret)
    }
  })
})

describe('dotenvx', () => {
  const pair = { public: '', private: '' }
  beforeAll(async () => {
    const { secp256k1 } = await import('@noble/curves/secp256k1.js')
    const own = secp256k1.utils.randomSecretKey()
    pair.private = Buffer.from(own).toString('hex')
    pair.public = Buffer.from(secp256k1.getPublicKey(own, true)).toString('hex')
  })

  it('sets one value with the key that stands in the file; the real tool and a second reader open it', async () => {
    const env = `#/---[DOTENV_PUBLIC_KEY]---/\r\nDOTENV_PUBLIC_KEY="${pair.public}"\r\n\r\n# .env\r\nHELLO="world" # hi\r\nOPENAI_API_KEY='sk-old'`
    const files = await written(planDotenvx, order({ '.env': env }))
    const text = files['.env'] ?? ''
    const [value = ''] = /encrypted:[A-Za-z0-9+/=]+/.exec(text) ?? []
    expect(text).toBe(env.replace("'sk-old'", value))
    expect(openDotenvx(value, pair.private)).toBe(secret)
    expect(files['.gitignore']).toContain('/.env.keys')
    writeFileSync(join(folder, '.env'), text)
    const more = { cwd: folder, env: { DOTENV_PRIVATE_KEY: pair.private, DOTENVX_NO_ARMOR: 'true' } }
    expect(runTool(dotenvx, ['get', 'OPENAI_API_KEY'], more).trim()).toBe(secret)
    // As it is printed, but for the program.
    const [line] = encryptedForms.dotenvx.run({ name: 'OPENAI_API_KEY', recipients: [] })
    const [command, ...args] =
      line?.text
        .replace(/npm start$/, '')
        .trim()
        .split(' ') ?? []
    expect(command).toBe('dotenvx')
    const printed = ['-e', 'process.stdout.write(process.env.OPENAI_API_KEY)']
    expect(runTool(dotenvx, [...args, process.execPath, ...printed], more)).toContain(secret)
  })

  it('says whose key that is: who made the folder may have put theirs in, and no press goes without that sentence', async () => {
    const plan = await planDotenvx(
      order({ '.env': `DOTENV_PUBLIC_KEY=${pair.public}\nOPENAI_API_KEY=a\n` }),
      sealer,
    )
    expect(plan).toMatchObject({
      ok: true,
      warnings: [{ code: 'their_recipients', message: expect.stringContaining(pair.public.slice(0, 24)) }],
    })
    expect(plan.ok && isPlainSwap(plan, '.env')).toBe(false)
  })

  it.each([
    ['no public key', 'A=1\n', 'not_possible'],
    ['a public key of something else', 'DOTENV_PUBLIC_KEY=abc\n', 'bad_recipient'],
    ['a point off the curve', `DOTENV_PUBLIC_KEY=02${'f'.repeat(64)}\n`, 'bad_recipient'],
  ])('writes nothing where there is %s', async (_, env, code) => {
    expect(await planDotenvx(order({ '.env': env }), sealer)).toMatchObject({ ok: false, code })
  })
})

it.each([
  ['planAgeFile', planAgeFile],
  ['planFnox', planFnox],
  ['planSops', planSops],
] as const)(
  '%s says it when .env holds the key in plain text too, and refuses a mistyped public key',
  async (_, planner) => {
    const env = { '.env': 'OPENAI_API_KEY=sk-old\n' }
    expect(await planner(order(env), sealer)).toMatchObject({ warnings: [{ code: 'plain_env' }] })
    const slip = recipient.replace(/.$/, last => (last === 'q' ? 'p' : 'q'))
    expect(await planner(order({}, slip), sealer)).toMatchObject({ ok: false, code: 'bad_recipient' })
  },
)
