/**
 * Questions and changes by an admin key of the vault: the key stays here, only paths of a closed list go out (messages.ts), and
 * the answers go to the screen as they came. A key that an answer holds goes to the vault and nowhere else.
 */

import { plainLine } from '../../../i18n/plain-text.ts'
import { t } from '../../../i18n/t.ts'
import type { Failure, Reply } from '../../../protocol/failure.ts'
import { fail, isFailure } from '../../../protocol/failure.ts'
import type { usageMessages } from '../../../protocol/messages/usage-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { limitedText } from '../../../providers/answers/limited-text.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import type { ReadAnswer } from '../../../providers/answers/read-answer.ts'
import { readFailure } from '../../../providers/answers/read-failure.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { isObject } from '../../../providers/provider.ts'
import { isSendable, keyHeader } from '../../../providers/request.ts'
import type { RecordAbout, VaultRecord } from '../../../vault/record.ts'
import { withoutKeys } from '../core/hide-keys.ts'
import { keepFigures } from '../core/kept-figures.ts'

export type AdminPorts = {
  fetch(url: string, init: RequestInit): Promise<Response>
  online(): boolean
  /** Asked for before anything is sent. */
  reader(): Promise<ReadAnswer>
  read(id: string): Promise<VaultRecord | Failure>
  /** In turn with what checks write into it. */
  changeHistory(
    id: string,
    patch: Partial<RecordAbout>,
    how: (stored: unknown[]) => unknown[],
  ): Promise<RecordAbout | Failure>
  /** Puts a new key of that name into the vault, or where it waits: there is no other copy of it. */
  keep(secret: string, label: string, project: string): Promise<Reply<{ id: string }>>
}

export function adminHandlers(ports: AdminPorts): Handlers<keyof typeof usageMessages> {
  const adminKey = async (id: string) => {
    const key = await ports.read(id)
    return isFailure(key) || (key.provider === 'openai' && key.kind === 'admin')
      ? key
      : fail('not_admin', t('That takes an admin key.'))
  }
  return {
    'screen.keepFigures': async ({ id, name, json }) => {
      const key = await adminKey(id)
      if (isFailure(key)) return key
      const figures = { kind: 'figures', name, at: Date.now(), json } as const
      const kept = await ports.changeHistory(id, name === 'each-key' ? { tellsCosts: true } : {}, stored =>
        keepFigures(stored, figures),
      )
      return isFailure(kept) ? kept : { ok: true }
    },
    'screen.admin': async ({ id, method, path, body: sent }) => {
      const key = await adminKey(id)
      if (isFailure(key)) return key
      // What is asked with a query is a list: nothing is ever made, changed or removed there.
      if (method !== 'GET' && path.includes('?')) return fail('not_offered', t('A list is only read.'))
      if (!isSendable(key.secret)) return fail('malformed_key', t('No request can carry this key.'))
      const base = baseUrlOf(key)
      if (base === null)
        return fail('not_its_host', t('This is not the provider’s address. Nothing was sent.'))
      let answer: { status: number; headers: Record<string, string>; body: string }
      let readAnswer: ReadAnswer
      try {
        readAnswer = await ports.reader()
        const response = await ports.fetch(base + path, {
          method,
          headers: {
            ...keyHeader(key),
            ...(sent !== undefined && { 'Content-Type': 'application/json' }),
          },
          ...(sent !== undefined && { body: sent }),
          credentials: 'omit',
          cache: 'no-store',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.timeout(20_000),
        })
        const headers = Object.fromEntries(response.headers)
        const { text, isWhole } = await limitedText(response)
        if (!isWhole) return fail('too_long', t('The answer was too long.'))
        answer = { status: response.status, headers, body: text }
      } catch (thrown) {
        const { name, message } = thrown instanceof Error ? thrown : { name: 'Error', message: '' }
        const { cause, says } = readFailure('openai', { name, message, online: ports.online() })
        return fail(cause, says || t('No answer came. Check your connection, then try again.'))
      }
      const { status } = answer
      const did = status >= 200 && status < 300
      if (!did && !(status === 404 && method === 'GET')) {
        const { cause, says, retryAfterSeconds } = readAnswer('openai', 'usage', answer)
        return {
          ...fail(cause, says || t('OpenAI did not say that it did it.')),
          retryAfterSeconds,
        }
      }
      // A new key is saved before anything else: there is no other copy of it.
      if (method === 'POST' && path.endsWith('/service_accounts'))
        return keepNew(answer.body, path.split('/')[3] ?? '', key.secret)
      const body = withoutKeys(answer.body, key.secret)
      return body === undefined
        ? fail('unrecognised', t('The answer is none of the Admin API’s.'))
        : { ok: true, status, body }
    },
  }

  /** The account goes on to the screen, its key does not. */
  async function keepNew(
    body: string,
    project: string,
    asking: string,
  ): Promise<Reply<{ status: number; body: string }>> {
    const answer = parseJson(body)
    const { api_key: made, ...account } = isObject(answer) ? answer : {}
    const secret = isObject(made) && made.value
    if (typeof secret !== 'string' || !isSendable(secret))
      return fail('no_key_made', t('The answer held no key. Look at OpenAI’s list first.'))
    const named = parseJson(withoutKeys(JSON.stringify(account), asking) ?? '')
    const { id, name } = isObject(named) ? named : {}
    const label = typeof name === 'string' ? plainLine(name.slice(0, 200)) : project
    const kept = await ports.keep(secret, label, project)
    return kept.ok ? { ok: true, status: 200, body: JSON.stringify({ id, name, kept: kept.id }) } : kept
  }
}
