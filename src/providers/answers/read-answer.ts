/**
 * Reads any answer of any provider into a verdict: what the codes say, then the types, then the sentences, then the status.
 * A status alone never makes a key rejected. Nothing that comes in leaves unscrubbed.
 */

import { providers } from '../list.ts'
import { isList, isObject, type Provider } from '../provider.ts'
import { shapes } from '../recognition/shapes.ts'
import type { Answer, Cause, ProbeId, ProviderId, Verdict } from '../verdict.ts'
import type { AnswerRules } from './answer-rules.ts'
import { canSay, isAboutMoney, outcomes } from './causes.ts'
import { flatly, letters, meaningByTopic, meaningOfCode, meaningOfSentence, troubleCodes } from './meaning.ts'
import { hasError, type ParsedError, readBody } from './parsed-error.ts'
import { scrub } from './scrub.ts'
import { isBetween } from './who-speaks.ts'

export function verdictOf(cause: Cause, says = '', more: Partial<Verdict> = {}): Verdict {
  return { ...outcomes[cause], cause, says, ...more }
}

const nothingKnown = { key: 'unknown', use: 'unknown' } as const

export type ReadAnswer = (provider: ProviderId, probe: ProbeId, answer: Answer) => Verdict

/** Any answer of any provider, by these rules. Never throws, and never says `rejected` unless the provider said it of the key. */
export const readerBy =
  (rules: AnswerRules): ReadAnswer =>
  (provider, probe, answer) => {
    try {
      const known = (providers as Partial<typeof providers>)[provider] ?? providers.openai
      return readAnswerOf(known, probe, answer, rules)
    } catch {
      return verdictOf('unrecognised')
    }
  }

/** Of so many codes, types and sentences each is read; an answer may hold thousands. */
const mostRead = 24

/** A cause from codes and types, strongest first. A key is called bad only where no other of them says something milder. */
function fromCodes(
  said: ParsedError,
  provider: Provider,
  status: number,
  rules: AnswerRules,
): Cause | undefined {
  const causes = said.codes
    .slice(0, mostRead)
    .map(code => meaningOfCode(code, status, provider, rules))
    // A type is too broad for "token" alone to be the key.
    .concat(said.types.slice(0, mostRead).map(type => meaningOfCode(type, 0, provider, rules)))
    .concat(
      status !== 401 && said.types.some(type => /^(?:tokens|requests)$/i.test(type))
        ? 'rate_limited'
        : undefined,
    )
    .filter(cause => cause !== undefined)
  return causes.find(cause => outcomes[cause].key !== 'rejected') ?? causes[0]
}

function fromSentences(
  said: ParsedError,
  provider: Provider,
  status: number,
  rules: AnswerRules,
): Cause | undefined {
  const read = (texts: readonly string[]) =>
    texts.slice(0, mostRead).map(text => meaningOfSentence(text, provider.phrases ?? [], status, rules))
  let causes = read(said.messages)
  // A code that is a sentence is the same for many refusals.
  if (!causes.some(Boolean)) causes = read(said.codes.filter(code => /\s/.test(code)))
  const first = causes.find(cause => cause && outcomes[cause].key !== 'rejected') ?? causes.find(Boolean)
  // "invalid_token: the token expired".
  return first === 'invalid_key' && causes.includes('expired_key') ? 'expired_key' : first
}

/** A code names the family, a sentence the member: `API_KEY_INVALID` with "API key expired" is an expired key. */
const refinements: Partial<Record<Cause, readonly Cause[]>> = {
  invalid_key: ['expired_key', 'malformed_key'],
  no_credit: ['spend_limit', 'usage_limit', 'billing_inactive', 'rate_limited'],
  billing_inactive: ['no_credit', 'spend_limit'],
  model_unavailable: ['organization_unverified'],
  rate_limited: ['spend_limit', 'usage_limit'],
  spend_limit: ['no_credit'],
  malformed_key: ['key_type_forbidden'],
  missing_scope: ['project_archived', 'ip_not_allowed', 'billing_inactive', 'no_credit'],
}

/** What something between us and the provider says, tells nothing of the key or its money. */
function fromEdge(said: ParsedError, status: number): Cause {
  const cause = fromStatus(status)
  if (cause === 'timeout' || cause === 'not_the_provider') return cause
  if (said.edgeCode === 1009) return 'region_blocked'
  const words = said.messages.join(' ').slice(0, 2000)
  if (/ssl certificate|client certificate/i.test(words)) return 'client_certificate_required'
  if (said.edgeCode === 1015) return 'rate_limited'
  if (/from your country/i.test(words)) return 'region_blocked'
  if (/\bpage blocked|company policy|netskope|zscaler|fortiguard/i.test(words)) return 'not_the_provider'
  if (/upstream connect|overloaded|reset before headers|no healthy upstream/i.test(words))
    return 'provider_trouble'
  return cause === 'unrecognised' || cause === 'no_credit' ? 'not_the_provider' : cause
}

function fromStatus(status: number, provider?: Provider): Cause {
  const own = provider?.statuses?.[status]
  if (own) return own
  if (status === 0 || (status >= 100 && status < 200)) return 'network'
  if ((status >= 300 && status < 400) || status === 407 || status === 511) return 'not_the_provider'
  if (status === 402) return 'no_credit'
  if (status === 408) return 'timeout'
  if (status === 429) return 'rate_limited'
  if (status === 451) return 'region_blocked'
  if (status === 495 || status === 496) return 'client_certificate_required'
  if (status >= 500) return 'provider_trouble'
  return 'unrecognised'
}

function readSuccess(provider: Provider, probe: ProbeId, said: ParsedError): Verdict | undefined {
  if (hasError(said.value)) return undefined
  // Of what is no JSON there is no value.
  const right =
    provider.isSuccess?.(probe, said.value) ??
    (probe === 'models' || probe === 'admin' || probe === 'usage' ? isList(said.value) : isObject(said.value))
  if (right) {
    const read = provider.reads?.(probe, said.value, said)
    if (read && read !== 'ready') return verdictOf(read)
    return probe === 'spend' || read === 'ready' ? verdictOf('ok', '', { use: 'ready' }) : verdictOf('ok')
  }
  // Half a body is the connection's fault; a page, or any other JSON, was not made by the provider.
  if (said.form === 'broken') return verdictOf('network')
  return said.messages.length > 0 && /json|empty/.test(said.form) ? undefined : verdictOf('not_the_provider')
}

/** The body was refused as invalid: so the key got through everything that is looked at before. */
function isValidation(status: number, probe: ProbeId, said: ParsedError): boolean {
  // What was sent has no `messages`.
  const isOfForm = said.messages.some(message => /\bmessages\b/.test(message))
  if (said.form !== 'json' && !isOfForm) return false
  if (said.messages.some(message => /\bcredentials|\bauth\w+ation\b/i.test(message))) return false
  const kinds = [...said.codes, ...said.types].map(letters)
  if (status === 400 || status === 422)
    return (
      kinds.some(kind =>
        /^(?:missing|invalid|unsupported|unknown|unrecogni|empty|too|integer|string|array|valueerror|typeerror|list|exceedcontext|contextlength)/.test(
          kind,
        ),
      ) || isOfForm
    )
  return (
    probe.startsWith('scope:') && (status === 404 || status === 415) && kinds.includes('invalidrequesterror')
  )
}

const idHeaders = ['x-request-id', 'request-id', 'mistral-correlation-id', 'x-goog-request-id', 'cf-ray']
const idShape = /^(?:req_[A-Za-z0-9]{8,64}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{16}-[A-Z]{3})$/

function requestId(headers: Record<string, string>, said: ParsedError): string | undefined {
  const inBody = isObject(said.value) ? said.value.request_id : undefined
  for (const id of [...idHeaders.map(name => headers[name]), inBody])
    if (typeof id === 'string' && idShape.test(id.trim())) return id.trim()
  return undefined
}

/** Seconds to wait, from the headers or from "Please try again in 6m0s"; a day at most. */
function retryAfter(headers: Record<string, string>, said: ParsedError): number | undefined {
  const milliseconds = Number(headers['retry-after-ms'])
  const header = headers['retry-after'] ?? ''
  // Of an empty text it would be nothing, and of a time no number.
  let seconds = milliseconds > 0 ? milliseconds / 1000 : Number(header)
  if (Number.isNaN(seconds)) {
    const until = Date.parse(header)
    const now = Date.parse(headers.date ?? '')
    seconds = (until - now) / 1000
  }
  if (!(seconds > 0)) {
    const words = /(?:try again|retry) in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)(m?)s)?/i.exec(
      said.messages.join(' ').slice(0, 4000),
    )
    if (words) {
      const [, h = 0, m = 0, s = 0, milli] = words
      seconds = Number(h) * 3600 + Number(m) * 60 + Number(s) / (milli ? 1000 : 1)
    }
  }
  return seconds > 0 ? Math.min(86_400, Math.ceil(seconds)) : undefined
}

function detailOf(cause: Cause, said: ParsedError, provider: Provider): Verdict['detail'] {
  const words = said.messages.join(' ').slice(0, 4000)
  if (cause === 'wrong_host') {
    const hosts = (words.match(/(?<![\w.-])[\w.-]+(?![\w.@-])/g) ?? []).flatMap(
      name => /^.*\.[a-z]{2,}/.exec(name.toLowerCase())?.[0] ?? [],
    )
    const ours = hosts.filter(
      host => provider.otherHosts?.test(host) || provider.baseUrl.startsWith(`https://${host}/`),
    )
    const host = ours.filter(host => !provider.baseUrl.includes(`//${host}/`)).at(-1) ?? ours[0]
    return host ? { host } : undefined
  }
  if (cause === 'missing_scope') {
    const part = /scopes?\b[^:]{0,30}:\s*([\s\S]{0,500})/i.exec(words)?.[1] ?? ''
    const scopes =
      /^[\s"'`[]*([a-z][a-z_]*(?:\.[a-z_]+)+(?:[\s"'`\],]+(?:and\s+)?[a-z][a-z_]*(?:\.[a-z_]+)+)*)/i
        .exec(part)?.[1]
        ?.match(/\b[a-z][a-z_]*(?:\.[a-z_]+)+/g)
    return scopes ? { scopes: [...new Set(scopes)].slice(0, 20) } : undefined
  }
  if (cause === 'model_unavailable') {
    const model = /models?:?\s+[`'"]([\w.:/@-]{1,80})[`'"]|[`'"]([\w.:/@-]{1,80})[`'"]/i.exec(words)
    const name = model?.[1] ?? model?.[2]
    return name && scrub(name) === name && !name.includes('//') ? { model: name } : undefined
  }
  return undefined
}

function readAnswerOf(provider: Provider, probe: ProbeId, answer: Answer, rules: AnswerRules): Verdict {
  const { status, headers } = answer
  const said = readBody(answer.body, headers['content-type'] ?? '')
  // Where no body came, a header may say it.
  const header =
    /error_description="([^"]+)/.exec(headers['www-authenticate'] ?? '')?.[1] ?? headers['grpc-message']
  if (said.form === 'empty' && header) said.messages.push(header)
  if (isBetween(provider, said, headers, rules)) said.edge = true
  const about: Partial<Verdict> = {}
  const id = requestId(headers, said)
  if (id) about.requestId = id

  const isSuccess = status >= 200 && status < 300
  if (isSuccess) {
    const success = readSuccess(provider, probe, said)
    if (success) return { ...success, ...about }
  }

  const says = scrub(said.messages[0] ?? said.codes[0] ?? said.types[0] ?? '')
  const wait = retryAfter(headers, said)
  if (wait !== undefined) about.retryAfterSeconds = wait

  // What refuses a request's form quotes the request, whatever that says.
  const heard =
    status === 400 || status === 422
      ? { ...said, messages: said.messages.map(message => message.replace(rules.quoted, ' ')) }
      : said
  // A list of models is asked for without anything that could have the wrong form: there 400 is a refusal like 403.
  const refusal = status === 400 && probe === 'models' ? 403 : status
  const meant = causeOf(provider, probe, status, heard, rules)
  const isRead = meant !== undefined && canSay(meant, status)
  const topic = isRead || provider.statuses?.[status] ? undefined : byTopic(heard, refusal, rules)
  const rest = isSuccess && !hasError(said.value) ? 'not_the_provider' : fromStatus(status, provider)
  const read = isRead ? meant : (topic ?? rest)
  const byStatus = !isRead && !provider.statuses?.[status] && (topic === undefined || status === 401)
  let cause =
    (read === 'invalid_key' || (byStatus && refusal < 404 && refusal > 400)) &&
    isAnothers(provider, said.messages.join('. '), rules)
      ? 'wrong_provider'
      : read
  if (outcomes[cause].key === 'rejected' && rules.ofOthers.test([...said.messages, ...said.codes].join('. ')))
    cause = 'not_the_provider'
  // Who is to wait for hours has not asked too fast, but used up a day's or a month's share.
  if (cause === 'rate_limited' && (wait ?? 0) > 3600 && !said.edge) cause = 'usage_limit'
  const detail = detailOf(cause, said, provider)
  if (detail) about.detail = detail
  if (cause === 'ok')
    return verdictOf('ok', says, {
      ...about,
      use: probe === 'spend' && provider.probes.spend ? 'ready' : 'unknown',
    })
  // A status alone, what a gateway says, or the topic of a 401 may name a cause, but proves nothing of the key.
  const proves = outcomes[cause].key === 'rejected' || !(said.edge || byStatus)
  return verdictOf(cause, says, { ...(proves ? {} : nothingKnown), ...about })
}

/** Codes come last, as sentences of their own. */
function byTopic(said: ParsedError, status: number, rules: AnswerRules): Cause | undefined {
  return (said.form === 'json' || said.form === 'broken') && !said.edge
    ? meaningByTopic(said, status, rules)
    : undefined
}

function causeOf(
  provider: Provider,
  probe: ProbeId,
  status: number,
  said: ParsedError,
  rules: AnswerRules,
): Cause | undefined {
  if (said.edge && said.form !== 'text') return fromEdge(said, status)
  const code = fromCodes(said, provider, status, rules)
  const sentence = fromSentences(said, provider, said.form === 'text' ? 0 : status, rules)
  if (code)
    return sentence && refinements[code]?.includes(sentence) && !isStrong(said, code) ? sentence : code
  // In trouble a sentence speaks of what is behind the provider; only a code speaks of this key.
  const trouble = [...said.codes, ...said.types].some(kind => troubleCodes.has(letters(kind)))
  if (sentence && !(outcomes[sentence].key === 'rejected' && (trouble || isAnybodys(said)))) return sentence
  if (trouble) return status === 408 ? 'timeout' : 'provider_trouble'
  if ((probe === 'spend' || probe.startsWith('scope:')) && isValidation(status, probe, said)) {
    // "Nothing left in the wallet" is no fault of the form, whatever the code says.
    const topic = byTopic(said, 403, rules)
    return topic && isAboutMoney(topic) ? topic : 'ok'
  }
  if (said.form === 'text') return fromEdge(said, status)
  if (status === 404 && said.messages.every(message => /^not found\.?$/i.test(message)))
    return 'not_the_provider'
  return undefined
}

/** Plain text comes from gateways, whose own "access token" it may be: only an API key is surely the one that was sent. */
const isAnybodys = (said: ParsedError): boolean =>
  said.form === 'text' && !/api[\s_-]*keys?\b/i.test(said.messages.join(' '))

/**
 * The masked echo still shows the prefix: `sk-or-v1***…94f6` at OpenAI is a key of somebody else. Or it is said: "that is a Groq key".
 */
function isAnothers(provider: Provider, message: string, rules: AnswerRules): boolean {
  if (provider.local) return false
  const echo =
    /(?:provided|(?:start|begin)\w* with|prefix(?: is)?|api key(?! provided)):?\s+['"`]?([\w.-]{3,20})/i.exec(
      message,
    )?.[1]
  const owner = echo && shapes.find(({ shape }) => shape.test(echo))
  if (owner && owner.kind !== 'legacy' && owner.provider !== provider.id) return true
  return flatly(
    message,
    rules,
    sentence =>
      /\b(?:key|token)\b.* (?:of|from|for|to) (?:another|a different|the wrong) (?:provider|service|vendor|company)/i.test(
        sentence,
      ) ||
      Object.values(providers).some(({ id, calledAs }) => {
        const names = calledAs.replaceAll(' ', ' ?')
        const said = `belongs to (?:${names})|(?:like|is|s|sent|got|used|key of) (?:an? )?(?:${names}) (?:ai )?(?:api )?(?:key|token)\\b`
        return names !== '' && id !== provider.id && new RegExp(said, 'i').test(sentence)
      }),
  )
}

/** `credit_balance_exhausted` needs no sentence; `insufficient_quota` is said of several things. */
const isStrong = ({ codes, types }: ParsedError, cause: Cause): boolean =>
  cause === 'no_credit' && [...codes, ...types].some(code => /balance|credit|fund|payment/i.test(code))
