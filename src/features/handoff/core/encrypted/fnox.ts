/**
 * `fnox.toml` with the value encrypted in place. Where the file names its recipients, they are the ones: `fnox reencrypt` would go by them
 * too. Pure. Format: https://fnox.jdx.dev/providers/age (fnox 1.33, read 22 November 2026).
 */
import { t } from '../../../../i18n/t.ts'
import { type Failure, fail } from '../../../../protocol/failure.ts'
import type { TextFile } from '../text-file.ts'
import { plainWarnings } from './plain-env.ts'
import { type EncryptedPlan, fileChange, type Order, openText, type Sealer } from './plan.ts'
import { type Recipient, readRecipients } from './recipients.ts'
import { readToml, type TomlValue, tomlString } from './toml.ts'
import { setFields } from './toml-edit.ts'

export const fnoxFile = 'fnox.toml'

export async function planFnox(order: Order, sealer: Sealer): Promise<EncryptedPlan> {
  const file = openText(order, fnoxFile)
  if ('ok' in file) return file
  const provider = agreed(file, order.recipients)
  if (!provider.ok) return provider
  const sealed = await sealer.seal(order.secret, provider.recipients)
  if (!sealed.ok) return sealed
  const value = btoa(Array.from(sealed.bytes, byte => String.fromCharCode(byte)).join(''))
  const withProvider = provider.isThere
    ? file
    : setFields(file, ['providers', provider.name], {
        type: '"age"',
        recipients: `[${provider.recipients.map(({ text }) => tomlString(text)).join(', ')}]`,
      })
  const after =
    withProvider &&
    setFields(withProvider, ['secrets', order.name], {
      provider: tomlString(provider.name),
      value: tomlString(value),
    })
  if (!after) return notChanged()
  return {
    ok: true,
    changes: [fileChange(order, fnoxFile, after)],
    warnings: [
      ...plainWarnings(order),
      ...(provider.isThere
        ? [
            {
              code: 'their_recipients' as const,
              message: t('This fnox.toml names who may read it, so Keyway encrypts for them: {recipients}.', {
                recipients: provider.recipients.map(({ text }) => `${text.slice(0, 24)}…`).join(', '),
              }),
            },
          ]
        : []),
    ],
  }
}

/** The recipients that the file itself names, if any, and the name of the provider entry that names them. */
function recipientsInFnox(file: TextFile): { name: string; recipients: string[] } | undefined {
  const entries = readToml(file.text)?.entries ?? []
  const found = new Map<string, Map<string, TomlValue>>()
  for (const { path, value } of entries) {
    const [top, name, field] = path
    if (top !== 'providers' || name === undefined) continue
    if (path.length === 2 && value.kind === 'table') found.set(name, value.fields)
    if (path.length === 3 && field !== undefined)
      found.set(name, (found.get(name) ?? new Map<string, TomlValue>()).set(field, value))
  }
  const isAge = ([, fields]: [string, Map<string, TomlValue>]) => text(fields.get('type')) === 'age'
  const all = [...found].filter(isAge)
  const chosen = all.find(([name]) => name === 'age') ?? all[0]
  if (!chosen) return undefined
  const [name, fields] = chosen
  const list = fields.get('recipients')
  return { name, recipients: list?.kind === 'list' ? list.items.flatMap(item => text(item) ?? []) : [] }
}

type Agreed = { ok: true; name: string; recipients: Recipient[]; isThere: boolean } | Failure

function agreed(file: TextFile, own: Recipient[]): Agreed {
  const toml = readToml(file.text)
  if (!toml) return notChanged()
  const named = recipientsInFnox(file)
  if (named) {
    const read = readRecipients(named.recipients.join('\n'))
    return read.ok ? { ok: true, name: named.name, recipients: read.recipients, isThere: true } : read
  }
  const taken = new Set(toml.entries.filter(({ path }) => path[0] === 'providers').map(({ path }) => path[1]))
  const name = ['age', 'keyway', 'keyway-age'].find(one => !taken.has(one)) ?? 'age'
  return { ok: true, name, recipients: own, isThere: false }
}

function notChanged(): Failure {
  return fail(
    'not_possible',
    t('This fnox.toml is written in a way that Keyway does not change. Nothing was written.'),
  )
}

function text(value: TomlValue | undefined): string | undefined {
  return value?.kind === 'string' ? value.text : undefined
}
