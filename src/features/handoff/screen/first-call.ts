/**
 * The first real call: streams an answer with the official package, the way the person's own program will, and says what it
 * took. The package is a chunk of its own, fetched when the press comes. It holds the key for the time of the call only.
 */

import { t } from '../../../i18n/t.ts'
import { readAnswer } from '../../../providers/answers/answer-reader.ts'
import { limitedText } from '../../../providers/answers/limited-text.ts'
import { verdictOf } from '../../../providers/answers/read-answer.ts'
import { readFailure } from '../../../providers/answers/read-failure.ts'
import { answerTo, withoutKey } from '../../../providers/answers/without-key.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import { isSendable } from '../../../providers/request.ts'
import type { Answer, ProviderId, Verdict } from '../../../providers/verdict.ts'
import { costOf, priceOf, type Tokens } from '../../usage/core/prices.ts'
import { draw } from './first-picture.ts'

const notItsHost = t('The address kept with this key is not its provider’s, so nothing was sent.')

export type CallRequest = {
  secret: string
  provider: ProviderId
  baseUrl?: string
  model: string
  prompt: string
  instructions?: string
  maxOutputTokens: number
  /** Asks for a picture in place of words. */
  image?: boolean
  /** Stop. */
  signal: AbortSignal
}

export type CallResult =
  | {
      outcome: 'answered'
      /** False: the answer was cut at `maxOutputTokens`. */
      whole: boolean
      tokens?: Tokens
      /** US dollars by the dated price file; absent when the price is not known. */
      cost?: number
      seconds: number
      requestId?: string
      /** The picture, as a data: address. */
      picture?: string
    }
  /** `sent`: the request had gone out, so that it may be paid for. */
  | { outcome: 'stopped'; sent: boolean; seconds: number }
  | { outcome: 'failed'; verdict: Verdict }

/** @param onText each piece as it arrives */
export async function firstCall(request: CallRequest, onText: (piece: string) => void): Promise<CallResult> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const address = addressOf(request)
  if (address === null) return { outcome: 'failed', verdict: verdictOf('unrecognised', notItsHost) }
  if (!isSendable(request.secret)) return { outcome: 'failed', verdict: verdictOf('malformed_key') }
  const heard = listening(request)
  const words = wordsWithoutKey(request.secret, onText)
  try {
    const { default: OpenAI } = await import('openai')
    request.signal.throwIfAborted()
    const client = new OpenAI({
      apiKey: request.secret,
      baseURL: address,
      // One press is one request: the package would send three for a key without credit.
      maxRetries: 0,
      timeout: 120_000,
      // The package's warning is about keys in web pages that strangers load. This page is ours, runs on the person's own
      // machine, and the key is the person's own, pulled for this press and dropped after it.
      dangerouslyAllowBrowser: true,
      defaultHeaders: { ...providers[request.provider]?.headers },
      fetch: heard.fetch,
    })
    const done = request.image
      ? await draw(client, request)
      : request.provider === 'openai'
        ? await respond(client, request, words.take)
        : await complete(client, request, words.take)
    if ('answer' in done)
      return { outcome: 'failed', verdict: readAnswer(request.provider, 'spend', done.answer) }
    const requestId = heard.requestId()
    const price = request.provider === 'openai' && !request.image ? priceOf(request.model) : undefined
    return {
      outcome: 'answered',
      whole: done.whole,
      ...(done.tokens && { tokens: done.tokens }),
      ...(done.tokens && price && { cost: costOf(price, done.tokens) }),
      ...(done.cost !== undefined && { cost: done.cost }),
      ...(done.picture !== undefined && { picture: done.picture }),
      seconds: seconds(),
      ...(requestId !== undefined && { requestId }),
    }
  } catch (thrown) {
    if (request.signal.aborted) return { outcome: 'stopped', sent: heard.wasSent(), seconds: seconds() }
    return { outcome: 'failed', verdict: verdictFrom(request, thrown, heard.refusal()) }
  } finally {
    words.end()
  }
}

type Client = InstanceType<typeof import('openai').default>
type Done = { whole: boolean; tokens?: Tokens; cost?: number; picture?: string } | { answer: Answer }

async function respond(client: Client, request: CallRequest, onText: (piece: string) => void): Promise<Done> {
  const stream = await client.responses.create(
    {
      model: request.model,
      input: request.prompt,
      ...(request.instructions !== undefined && { instructions: request.instructions }),
      max_output_tokens: request.maxOutputTokens,
      // The provider need not store anything of a try-out.
      store: false,
      stream: true,
    },
    { signal: request.signal },
  )
  for await (const event of stream) {
    if (event.type === 'response.output_text.delta') onText(event.delta)
    if (event.type === 'error') return { answer: midStream(request, event) }
    if (event.type === 'response.failed') return { answer: midStream(request, event.response.error) }
    if (event.type === 'response.completed' || event.type === 'response.incomplete') {
      const { usage } = event.response
      return {
        whole: event.type === 'response.completed',
        ...tokensOf({
          input: usage?.input_tokens,
          cachedInput: usage?.input_tokens_details?.cached_tokens ?? 0,
          output: usage?.output_tokens,
        }),
      }
    }
  }
  throw brokenOff()
}

const brokenOff = () => new TypeError('The answer broke off.')

/** A server may answer anything as its count: only a number of tokens is taken for one. */
function tokensOf(usage: Record<keyof Tokens, unknown>): { tokens?: Tokens } {
  const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0
  return Object.values(usage).every(isCount) ? { tokens: usage as Tokens } : {}
}

/** The longest way in which eight letters of a key may be escaped, in characters. */
const longestPart = 64

/** Passes text on with the key removed. The key may arrive in pieces, so the end of the text is held back until more follows. */
function wordsWithoutKey(secret: string, onText: (piece: string) => void) {
  const clean = withoutKey(secret)
  let text = ''
  let given = 0
  let wasHidden = false
  const give = (upTo: number) => {
    if (upTo <= given) return
    const isHidden = clean(text) !== text
    if (!isHidden) onText(text.slice(given, upTo))
    else if (!wasHidden) onText('[hidden]')
    wasHidden = isHidden
    // The end of what was passed on last is needed to see whether the key continues.
    const from = Math.max(0, upTo - longestPart)
    text = text.slice(from)
    given = upTo - from
  }
  return {
    take(piece: string): void {
      text += piece
      give(text.length - longestPart)
    },
    end: (): void => give(text.length),
  }
}

async function complete(
  client: Client,
  request: CallRequest,
  onText: (piece: string) => void,
): Promise<Done> {
  const { model, prompt, instructions, maxOutputTokens, signal } = request
  const stream = await client.chat.completions.create(
    {
      model,
      messages: [
        ...(instructions === undefined ? [] : [{ role: 'system' as const, content: instructions }]),
        { role: 'user' as const, content: prompt },
      ],
      max_tokens: maxOutputTokens,
      stream: true,
      stream_options: { include_usage: true },
    },
    { signal },
  )
  let whole: boolean | undefined
  let tokens: { tokens?: Tokens } = {}
  for await (const { choices, usage } of stream) {
    const [choice] = choices
    if (choice?.delta.content) onText(choice.delta.content)
    if (choice?.finish_reason) whole = choice.finish_reason !== 'length'
    if (usage)
      tokens = tokensOf({ input: usage.prompt_tokens, cachedInput: 0, output: usage.completion_tokens })
  }
  if (whole === undefined) throw brokenOff()
  return { whole, ...tokens }
}

/** An error that came after "200 OK", inside the stream. */
function midStream({ secret }: CallRequest, said: { code: string | null; message: string } | null): Answer {
  const { code = null, message = '' } = said ?? {}
  const status = code === 'rate_limit_exceeded' ? 429 : 500
  const body = withoutKey(secret)(JSON.stringify({ error: { message, type: null, code } }))
  return { status, headers: {}, body }
}

/** Keeps the words of a refusal: the package's own errors lose HTML and plain strings. */
function listening({ secret, image: whole = false }: CallRequest) {
  let refusal: Answer | undefined
  let requestId: string | undefined
  let sent = false
  return {
    wasSent: () => sent,
    refusal: () => refusal,
    requestId: () => requestId,
    async fetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
      sent = true
      const response = await fetch(url, {
        ...init,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      })
      requestId = withoutKey(secret)(response.headers.get('x-request-id')?.slice(0, 100) ?? '') || undefined
      // A sign-in page of a hotel's network says "200 OK" too.
      const type = whole ? 'application/json' : 'text/event-stream'
      const streams = response.headers.get('content-type')?.startsWith(type) ?? false
      if (!response.ok || !streams) {
        const { status, headers } = response
        const { text } = await limitedText(response, 100_000)
        refusal = { status, ...(await answerTo(secret, new Response(text || null, { status, headers }))) }
        if (response.ok) throw new TypeError('The answer is no stream.')
        // The package would read the original without a limit.
        return new Response(text || null, { status, headers })
      }
      return limited(response, whole ? mostOfPicture : mostOfWords)
    },
  }
}

/** Bytes: more than any honest answer takes. */
const mostOfWords = 4 * 1024 * 1024
const mostOfPicture = 32 * 1024 * 1024

/** The package reads without a limit, and whoever answers may never stop sending. */
function limited(response: Response, most: number): Response {
  let left = most
  const limit = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, out) {
      left -= piece.byteLength
      if (left < 0) out.error(new TypeError('The answer does not end.'))
      else out.enqueue(piece)
    },
  })
  return new Response(response.body?.pipeThrough(limit) ?? null, response)
}

function verdictFrom(
  { provider, secret }: CallRequest,
  thrown: unknown,
  refusal: Answer | undefined,
): Verdict {
  if (refusal) return readAnswer(provider, 'spend', refusal)
  // The package wraps what fetch threw.
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
  const { name, message } = cause instanceof Error ? cause : { name: 'Error', message: '' }
  return readFailure(provider, { name, message: withoutKey(secret)(message), online: navigator.onLine })
}

/** Null: the address kept with the key is not its provider's. */
function addressOf(request: CallRequest): string | null {
  const base = baseUrlOf(request)
  // Gemini speaks this dialect beside its own.
  return base !== null && request.provider === 'gemini' ? `${base}/openai` : base
}
