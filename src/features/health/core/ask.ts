/** Asks one question about a key and reads the answer. Plain fetch; sends nothing that could go anywhere else or cost anything. */

import { t } from '../../../i18n/t.ts'
import { type ReadAnswer, verdictOf } from '../../../providers/answers/read-answer.ts'
import { readFailure } from '../../../providers/answers/read-failure.ts'
import { answerTo } from '../../../providers/answers/without-key.ts'
import { isProviderKnown } from '../../../providers/recognition/whose.ts'
import { isSendable, type KeyToAsk, requestFor } from '../../../providers/request.ts'
import type { Evidence, ProbeId } from '../../../providers/verdict.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>
export type AskPorts = {
  fetch: Fetch
  now(): number
  online(): boolean
  /** Asked for before anything is sent. */
  reader(): Promise<ReadAnswer>
}

/** `answered`: headers and body for what else they tell; the body is dropped after the check. */
export type Asked = { evidence: Evidence; answered?: { headers: Record<string, string>; body: string } }

const limit = 10_000

export async function ask(
  ports: AskPorts,
  key: KeyToAsk,
  probe: ProbeId,
  options: { model?: string; milliseconds?: number } = {},
): Promise<Asked> {
  const at = ports.now()
  const request = requestFor(key, probe, options.model)
  const evidenceOf = (verdict: ReturnType<typeof verdictOf>, status?: number): Evidence => ({
    ...verdict,
    probe,
    at,
    milliseconds: Math.max(0, ports.now() - at),
    ...(status !== undefined && { status }),
  })
  if (!isSendable(key.secret)) return { evidence: evidenceOf(verdictOf('malformed_key')) }
  if (!request)
    return {
      evidence: evidenceOf(
        verdictOf(
          'not_the_provider',
          isProviderKnown(key)
            ? t('This is not the provider’s address. Nothing was sent.')
            : t('Nothing was sent: choose whose key this is.'),
        ),
      ),
    }
  try {
    const readAnswer = await ports.reader()
    const response = await ports.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(options.milliseconds ?? limit),
    })
    const { headers, body } = await answerTo(key.secret, response)
    const verdict = readAnswer(key.provider, probe, { status: response.status, headers, body })
    return { evidence: evidenceOf(verdict, response.status), answered: { headers, body } }
  } catch (thrown) {
    const { name, message } = thrown instanceof Error ? thrown : { name: 'Error', message: '' }
    return { evidence: evidenceOf(readFailure(key.provider, { name, message, online: ports.online() })) }
  }
}
