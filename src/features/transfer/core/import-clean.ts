/**
 * A key of a backup file as this Keyway can keep it: the file is somebody else's, or by a hand. What is out of bounds is cut or
 * left out, so that one odd field neither refuses the whole file nor breaks a screen later. Pure.
 */

import { plainLine, plainText } from '../../../i18n/plain-text.ts'
import { t } from '../../../i18n/t.ts'
import { keyKinds } from '../../../providers/answer.ts'
import { isVariableName, isWebPage, mostEntries, mostLetters } from '../../../providers/checked-fields.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import { isSendable } from '../../../providers/request.ts'
import { isPlainId } from '../../../vault/sync/state.ts'
import type { BackupKey } from './backup-format.ts'

export type Clean = Omit<BackupKey, 'id' | 'createdAt' | 'lastFour'> & Partial<BackupKey>

/**
 * All but those that have to be more than short, and the platform’s id of the key: by it a replacement deletes, so it comes from the
 * platform alone (organization/worker/handlers.ts).
 */
const { baseUrl: _, webPage: __, variable: ___, trackingId: ____, ...texts } = mostLetters
/** The last day a calendar can show. */
const lastDay = 8.64e15
/** None of them means anything at zero but “never check”, which is no file's to say; nor is whether copies need a proof. */
const numbers = {
  createdAt: lastDay,
  expiresAt: lastDay,
  rotateBy: lastDay,
  lastCopiedAt: lastDay,
  copies: 1e9,
  checkEveryMinutes: 7 * 24 * 60,
} as const

function cut(field: keyof typeof texts, value: string): string {
  const most = texts[field]
  const part = value.slice(0, 4 * most)
  return (field === 'notes' ? plainText(part) : plainLine(part)).slice(0, most)
}

/** Without what a copy adds: a line break in a key would press Enter where it is pasted. */
const cleanSecret = (secret: string): string => secret.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, '')

/** The key, or the sentence that says why it is left out. */
export function clean(given: BackupKey): Clean | string {
  const { provider } = given
  const label = cut('label', given.label)
  const secret = cleanSecret(given.secret)
  if (!Object.hasOwn(providers, provider))
    return t(
      '“{label}” is of a provider that this Keyway does not know. Update the extension, then import it.',
      { label },
    )
  if (secret.length > 20_000) return t('“{label}” is too long to be a key and is left out.', { label })
  if (secret === '' || !isSendable(secret))
    return t('“{label}” holds characters that no key has, and is left out.', { label })
  const key: Record<string, unknown> = { provider, secret }
  // Under another one no message could name the key: it gets a new one.
  if (isPlainId(given.id)) key.id = given.id
  if (isPlainId(given.standbyFor)) key.standbyFor = given.standbyFor
  if (given.kind !== undefined && keyKinds.includes(given.kind)) key.kind = given.kind
  for (const field of Object.keys(texts)) {
    const value = given[field as keyof typeof texts] as unknown
    if (typeof value === 'string') key[field] = cut(field as keyof typeof texts, value)
  }
  for (const [field, [count, most]] of Object.entries(mostEntries)) {
    const value = given[field as keyof typeof mostEntries] as unknown
    if (Array.isArray(value))
      key[field] = value
        .filter(each => typeof each === 'string')
        .slice(0, count)
        .map(each => plainLine(each.slice(0, 4 * most)).slice(0, most))
  }
  for (const [field, most] of Object.entries(numbers)) {
    const value = given[field as keyof typeof numbers] as unknown
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most) key[field] = value
  }
  if (typeof given.baseUrl === 'string' && given.baseUrl.length <= mostLetters.baseUrl) {
    const baseUrl = baseUrlOf({ provider, baseUrl: given.baseUrl })
    if (baseUrl !== null) key.baseUrl = baseUrl
  }
  if (
    typeof given.webPage === 'string' &&
    given.webPage.length <= mostLetters.webPage &&
    isWebPage(given.webPage)
  )
    key.webPage = given.webPage
  if (
    typeof given.variable === 'string' &&
    given.variable.length <= mostLetters.variable &&
    isVariableName(given.variable)
  )
    key.variable = given.variable
  if (Array.isArray(given.history)) key.history = given.history.flatMap(soundEntry).slice(-5000)
  return key as Clean
}

const isCount = (value: unknown) => typeof value === 'number' && value >= 0 && value <= lastDay
const isWords = (value: unknown) => value === undefined || (typeof value === 'string' && value.length <= 5000)

/** What is read as a part of the history (src/features/health/core/history.ts), and no field beside. Figures of costs are the platform’s to tell: they come anew. */
function soundEntry(entry: unknown): unknown[] {
  if (typeof entry !== 'object' || entry === null) return []
  const part = entry as Record<string, unknown>
  if (part.kind === 'change') {
    const { kind, at, status, cause, key, use, says, requestId } = part
    if (!isCount(at) || ![cause, key, use, says, requestId].every(isWords)) return []
    return [{ kind, at, ...(isCount(status) && { status }), cause, key, use, says, requestId }]
  }
  if (part.kind !== 'day') return []
  const { kind, day, good, bad, unknown, milliseconds, causes } = part
  const isSound =
    typeof day === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(day) &&
    Number.isFinite(Date.parse(day)) &&
    [good, bad, unknown, milliseconds].every(isCount) &&
    typeof causes === 'object' &&
    causes !== null &&
    Object.values(causes).every(isCount)
  return isSound ? [{ kind, day, good, bad, unknown, milliseconds, causes }] : []
}
