/**
 * Secrets and variables as JSON: Doppler (`doppler secrets download --format json`, `doppler secrets --json`;
 * https://docs.doppler.com/docs/accessing-secrets), Infisical (`infisical export --format=json`;
 * https://infisical.com/docs/cli/commands/export) and Postman environments
 * (https://learning.postman.com/docs/sending-requests/variables/environment-variables). Read 2026-11-22.
 */
import { at, type Item, itemOf, listAt, namesAt, textAt } from './item.ts'

const one = (name: string, value: string, rest: Partial<Item>): Item =>
  itemOf({ ...rest, title: name, fields: [{ name, value }] })

/** What Doppler adds to every download, for itself. */
const isDopplerOwn = (name: string): boolean => /^DOPPLER_(?:PROJECT|ENVIRONMENT|CONFIG)$/.test(name)

export function readDoppler(data: unknown): Item[] | undefined {
  const all = namesAt(data)
  if (!all.some(([name]) => isDopplerOwn(name))) return undefined
  const plain = (value: unknown) => (typeof value === 'string' ? value : textAt(value, 'computed'))
  const environment = plain(at(data, 'DOPPLER_ENVIRONMENT')) || plain(at(data, 'DOPPLER_CONFIG'))
  const folder = plain(at(data, 'DOPPLER_PROJECT'))
  return all
    .filter(([name]) => !isDopplerOwn(name))
    .map(([name, value]) => one(name, plain(value), { environment, folder, notes: textAt(value, 'note') }))
}

/** As its commands list secrets, and as its server does (`infisical secrets --output json`). */
function listedByInfisical(data: unknown): Item[] | undefined {
  const listed = Array.isArray(data) ? data : listAt(data, 'secrets')
  if (listed.length === 0 || !listed.every(each => textAt(each, 'secretKey') !== '')) return undefined
  return listed.map(each =>
    one(textAt(each, 'secretKey'), textAt(each, 'secretValue'), {
      folder: withoutSlashes(textAt(each, 'secretPath')),
      environment: textAt(each, 'environment'),
      notes: textAt(each, 'secretComment'),
    }),
  )
}
const withoutSlashes = (path: string): string => path.replace(/^\/+|(?<!\/)\/+$/g, '')

export function readInfisical(data: unknown): Item[] | undefined {
  const listed = listedByInfisical(data)
  if (listed) return listed
  if (!Array.isArray(data) || data.length === 0) return undefined
  const isSecret = (each: unknown) =>
    typeof at(each, 'value') === 'string' && typeof at(each, 'key') === 'string'
  // A plain list of pairs has no `type` and no `workspace`.
  if (
    !data.every(isSecret) ||
    !data.some(each => at(each, 'type') ?? at(each, 'workspace') ?? at(each, 'secretPath'))
  )
    return undefined
  return data.map(each =>
    one(textAt(each, 'key'), textAt(each, 'value'), {
      folder: withoutSlashes(textAt(each, 'secretPath')),
      environment: textAt(each, 'environment'),
      notes: textAt(each, 'comment'),
    }),
  )
}

export function readPostman(data: unknown): Item[] | undefined {
  const scope = at(data, '_postman_variable_scope')
  if (!Array.isArray(at(data, 'values')) || typeof scope !== 'string') return undefined
  const environment = scope === 'environment' ? textAt(data, 'name') : ''
  return listAt(data, 'values').map(each =>
    one(textAt(each, 'key'), textAt(each, 'value'), { environment, notes: textAt(each, 'description') }),
  )
}
