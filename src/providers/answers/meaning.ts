/**
 * What codes and sentences mean, for every provider alike: codes first, then types, then the stable parts of sentences.
 * A sentence makes a key rejected only when it says so of the key itself, flatly: "may be", "check that" and "if" do not.
 */
import { findEntry } from '../../i18n/find-entry.ts'
import type { Phrase, Provider } from '../provider.ts'
import type { Cause } from '../verdict.ts'
import { hide } from './scrub.ts'

/** Letters and digits only, lower case: `APIKeyInvalid`, `api_key_invalid` and `API-KEY-INVALID` are one. */
export const letters = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Codes whose own words do not say it, by cause; as `letters` writes them. */
const byCause: Partial<Record<Cause, string>> = {
  invalid_key: 'invalidkey keyrevoked keynotfound tokenrevoked tokeninvalidated invalidxapikey',
  expired_key: 'expiredkey keyexpired tokenexpired',
  access_terminated: 'accessterminated organizationrestricted',
  no_organization: 'noorganization invalidorganization',
  organization_mismatch: 'mismatchedorganization',
  project_mismatch: 'mismatchedproject',
  project_archived: 'notauthorizedinvalidproject archivedproject consumerinvalid',
  client_certificate_required: 'certificaterequired',
  missing_scope: 'apikeyserviceblocked servicedisabled',
  model_unavailable: 'modelunavailable',
  organization_unverified: 'unverifiedorganization',
  billing_inactive: 'billingnotactive billinginactive billingdisabled billingerror',
  rate_limited: 'throttled',
  not_the_provider: 'unknownurl invalidurl newapierror oneapierror tokennotfoundindb',
}
const commonCodes = Object.fromEntries(
  Object.entries(byCause).flatMap(([cause, codes]) => codes.split(' ').map(code => [code, cause as Cause])),
)

/** Said of the provider, not of the key; asked last, after the sentences. */
export const troubleCodes: ReadonlySet<string> = new Set(
  'server_error internal_server_error internal_error service_unavailable_error service_unavailable server_is_overloaded overloaded_error overloaded engine_overloaded api_error unavailable internal deadline_exceeded bad_gateway gateway_timeout timeout_error upstream_error'
    .split(' ')
    .map(letters),
)

const key = String.raw`(?:api[\s_-]*keys?|x-api-key|(?:secret|access|project|admin|service[\s-]account)[\s-]+keys?|(?:access|auth|authentication|api|bearer)[\s-]+tokens?)`
const not = "(?:not|n[o’']t|no longer|never)"
const account = String.raw`(?<!\b(?:for|in|of|by) (?:your|this|the|an?) )\b(?:account|organi[sz]ation|user(?!\s+agent)|consumer|workspace|team|org)\b`
const re = (source: string): RegExp => new RegExp(source, 'i')

/** In this order: what is about place, rights and money is read before what is about the key. */
const commonPhrases: readonly Phrase[] = [
  [
    /proxy (?:server )?(?:token|key)|virtual key|\blitellm|\bkong\b|missing authentication token/i,
    'not_the_provider',
  ],
  [
    /cors\b|\bfrom (?:a |web )browsers?\b|browser not allowed|cross-origin|direct-browser-access/i,
    'cors_forbidden',
  ],
  [
    /(?:incorrect|wrong|different|invalid|another)[^.]{0,25}(?:host\b|hostname|regional (?:host|endpoint|domain))|regional hostname/i,
    'wrong_host',
  ],
  [
    re(
      String.raw`(?:${not} (?:available|supported|offered|accessible)|unavailable|unsupported)[^.]{0,20}\b(?:country|region|territory|location)|${not}\b[^.]{0,30} from (?:your|the user['’]s) (?:location|country|region)|(?:country|region|territor(?:y|ies)|location|jurisdiction)\b[^.]{0,60}(?:${not}\s+(?:currently\s+|yet\s+)?(?:supported|available|allowed|permitted|eligible)|unsupported|unavailable|blocked|banned|restricted)`,
    ),
    'region_blocked',
  ],
  [/client certificate|mutual tls|\bmtls\b/i, 'client_certificate_required'],
  [
    re(
      String.raw`\bip\b(?:[\s-]*address(?:es)?)?[^.]{0,60}(?:${not}\b[^.]{0,20}(?:authori[sz]ed|allow|permitted|whitelist|on )|blocked|denied|restrict|forbidden)|\bip[\s-]allow-?list|network polic(?:y|ies)|ip address restriction|unauthori[sz]ed ip\b`,
    ),
    'ip_not_allowed',
  ],
  [/referr?er[^.]{0,40}(?:blocked|not allowed)/i, 'ip_not_allowed'],
  [/per[\s_-]?day|\b[rt]pd\b/i, 'usage_limit'],
  [
    /per[\s_-]?(?:min|second|hour)|quota metric|rate[\s_-]*limit|too many requests|slow down|\b[rt]pm\b/i,
    'rate_limited',
  ],
  [
    re(
      String.raw`${not}[^.]{0,10}\b(?:have|has)\s+access to\s+(?:the\s+|this\s+|that\s+)?(?:model|engine|project)?[^.]{0,40}model|\bmodel\b[^.]{0,80}(?:(?:need|require)s a subscription|does ${not} exist|${not} (?:found|available|supported|exist|accessible|loaded)|deprecated|decommissioned|no access|shut down|retired)|(?:unknown|invalid) model|access to (?:the |this )?model|${not} (?:authori[sz]ed|allowed|permitted|enabled) (?:for|to use)[^.]{0,20}\bmodel\b|${not} (?:permit|allow|include|cover)\b[^.]{0,20}\bmodel\b`,
    ),
    'model_unavailable',
  ],
  [
    /(?:must|ha[sv]e? to) be verified|verified organi|identity verification|verify (?:your )?organi[sz]ation|organi[sz]ation[^.]{0,40}\b(?:(?:id|identity) verification|unverified|not (?:been )?verified)/i,
    'organization_unverified',
  ],
  [
    /key[\s-]types?\b|api keys are not supported|n[o'’]t (?:take|accept|support|allow) api keys|(?:oauth|session|personal|user) (?:access )?tokens? (?:is|are|can) ?(?:not|no longer)|session key|(?:user|personal|legacy|project|service[\s-]account|admin|management|provisioning|unrestricted|standard)[\s-]*(?:api[\s-]*)?keys? (?:are|is|have been|has been|may|can)[^.]{0,30}(?:disabled|n[o'’]t\b|cannot|forbidden|restricted|blocked|no longer)/i,
    'key_type_forbidden',
  ],
  [
    /missing (?:scopes?|acls?)\b|insufficient (?:authentication )?(?:permission|scope|privilege|rights)|(?:not|n['’]t|without|lacks?|lacking|missing|no)\b[^.]{0,40}\b(?:permissions?|scopes?|privileges?)\b|permission[\s_-]denied|(?:not|n['’]t) (?:authori[sz]ed|allowed|permitted) (?:to (?:access|perform|use|call|make|list|read|write)|for (?:this|the) )|restricted (?:api )?key\b|are blocked\b|has not been used in project/i,
    'missing_scope',
  ],
  [
    /specified[^.]{0,30}usage limits?|(?:spend(?:ing)?|budget|billing hard|hard|monthly|cost)[\s-]*(?:limits?|caps?)\b(?![^.]*credits?\b)/i,
    'spend_limit',
  ],
  [
    /(?:no|insufficient|not enough|out of|ran out of|exhausted|depleted|used (?:all|up)|negative)\b[^.]{0,30}\b(?:credits?|balance|funds?|quota)|\b(?:credits?|balance|funds?|quota)\b[^.]{0,40}(?:exhausted|depleted|too low|insufficient|used up|exceeded|run out|is zero|reached)|exceeded your[^.]{0,20}quota|payment required/i,
    'no_credit',
  ],
  [
    /\b(?:card|invoice)\b[^.]{0,30}(?:expired|declined|refused|failed|n[o'’]t be charged)|account is (?:not active|inactive)|check your billing|enable billing|unpaid|past[\s-]due|(?:not|n['’]t|no|without|lacks?)\b[^.]{0,20}\bactive (?:subscription|plan)/i,
    'billing_inactive',
  ],
  [
    /hard limit|(?:reached|exceeded|exhausted|used)\b[^.]{0,30}\bbudget|\bbudget\b.*\bexceeded/i,
    'spend_limit',
  ],
  [/usage[\s-]*(?:limits?|caps?)\b/i, 'usage_limit'],
  [
    /must be a member of an organi|(?:not|n['’]t|no longer)[^.]{0,20}(?:member|part) of[^.]{0,20}organi|(?:not|n['’]t|no longer) have access to (?:the |this |an? )?organi/i,
    'no_organization',
  ],
  [
    /organi[sz]ation header|no such organi[sz]ation|organi[sz]ation[^.]{0,30}(?:mismatch|not found|does not (?:match|exist))/i,
    'organization_mismatch',
  ],
  [
    /project header|no such project|project[^.]{0,30}(?:mismatch|not found|does not (?:match|exist))/i,
    'project_mismatch',
  ],
  [/project\b[^.]{0,60}(?:archived|deleted|no longer accessible|shut down)/i, 'project_archived'],
]

/** Said of the key, or of the account behind it: tried last, on flat statements only. */
const terminated = re(
  String.raw`(?:\baccess|\byou|${account})\b[^.,;:]{0,40}\b(?:was|been|is|were|are)\s+(?!temporarily)(?:\w+ly\s+)?(?:terminated|banned)|${account}\s+(?:banned|terminated)\b|\baccess\b[^.]{0,40}\bended permanently`,
)
const deactivated = re(
  String.raw`(?:deactivated|disabled|suspended|closed|terminated) (?:this|the|your) ${account}|${account}[^.,;:]{0,60}\b(?:is|was|been|are|were)\s+(?!temporarily)(?:\w+ly\s+)?(?:deactivated|disabled|suspended|closed|blocked|locked|frozen|on hold)(?!.*\buntil\b)|${account}(?:\s+'[^']{1,40}')?\s+(?:deactivated|disabled|suspended|closed|locked|frozen)\b(?!.*\buntil\b)`,
)
const bad =
  '(?:incorrect|invalid|wrong|bad|unknown|unrecogni[sz]ed|revoked|disabled|deleted|deactivated|inactive|rotated|compromised|leaked|non-?existent)'
const between =
  '(?:(?:or|and|the|this|your|an?|openai|secret|provided|authentication|user|project|service|account|admin|expired|revoked|invalid)\\s+){0,3}'
/** The key that was sent, and nobody else's: not "the webhook secret", "the proxy's API key" or "the owner of this key". */
const ours = (noun: string) =>
  String.raw`(?<=^|[^\w\s'’-]\s?|\b(?:the|this|that|your|an?|no|its|such|provided|supplied|given|presented|submitted|current|temporary|old|openai|authentication|or|and|expired|${bad})[\s_-])(?<!\b(?!(?:because|that|since|as|but|and|or|find|recogni[sz]e|${bad}) )\w+ (?:this|the|your|that|an?) )${noun}`
/** Said of a whole key, and not of what it may do: "turned off", but not "turned off for this endpoint". */
const ofPart = String.raw`(?!\s+(?:here|under|outside|while|until|when|during|by this|because of your|for (?!\w*\s?(?:secur|abus|violat|inactiv|non|fraud))|(?:to|with|in|on|from|at) (?:th(?:is|at|[eo]se|e(?! (?:\d|data|system|record|author|header|request|dash|console|admin|workspace|account)))|any|some|all|your|it))\b)`
const ended = `(?:(?:turned|switched) off|archived|withdrawn|void(?:ed)?|invalidated|cancell?ed|removed|retired|destroyed|dead|stopped working|no longer (?:usable|works|working|operational|in (?:use|service)))${ofPart}`
/** What may follow the key: what tells which one, and no other noun, as in "key type". Between it and what is said of it there is no other subject. */
const first = String.raw`(?=\s?(?:$|[^\w\s'’])|['’]s (?:expir|valid|life)|\s+(?:you|that|which|wa|is\b|ha[sd]|have|do|did|can|could|provided|supplied|given|used|sent|ending|with|(?:in|for|from) (?:the|your|this) (?:request|header|auth|call)|here|presented|reached|ran|expired|passed|lapsed|validity|lifetime|it|no|now|already|[\w-]*\d))`
const gap = `${first}[^.]`
const expiredOf = (noun: string) =>
  re(
    String.raw`\bexpired\s+${between}${noun}\b|${noun}\b${gap}{0,60}\b(?:(?:has |is |was |had )?(?:already )?(?:expired|lapsed)\b|(?:past|passed) its (?:expir|end\b)|ran out\b(?! of)|(?:expir\w+|end|lifetime|validity)\b[^.]{0,20}\b(?:passed|over|ended|reached|exceeded|in the past)|reached the end of|was (?:only )?(?:good|valid) until)`,
  )
const invalidOf = (noun: string) =>
  re(
    String.raw`\b${bad}\s+${between}${noun}\b${first}${ofPart}|${noun}\b(?:[\s:'",]+(?:you|that|which|was|provided|supplied|given|used|sent|has|have|been|being|is|are|it|in|the|request|this|with|id|and|now|already|since|(?!only)[a-z]+ly|[^\s:'",[]*(?:\[hidden\][^\s:'",[]*)+))*?[\s:'",]*(?:${bad}\b${ofPart}|${ended})|${noun}\b${gap}{0,60}${not}\s+(?:a\s+)?(?:valid|found|recogni[sz]ed|correct|exist|active|known|accepted|be found|(?:one of )?ours)${ofPart}|${noun}\b[^.]{0,40}(?:reported as leaked|blocked (?:because|due)(?! of your))|${noun}\b${gap}{0,80}\bit (?:has been|was) (?:${bad}|${ended})|(?:(?:could ?${not}|cannot|can['’]t) find|${not} recogni[sz]e)[^.]{0,20}${noun}|\bno such ${noun}`,
  )
const expired = expiredOf(ours(`${key}(?<!s)`))
const invalid = invalidOf(ours(`${key}(?<!s)`))
/** Where the whole answer is a refusal, "key" or "token" alone is the one that was sent. */
const bare = ours('(?:key|token|secret)')
const bareExpired = expiredOf(bare)
const bareInvalid = invalidOf(bare)
/** `Unknown key "foo"` is about a field of the body. */
const aField = /\b(?:key|token)\s*['"`]/i
const missing = re(
  String.raw`(?:did ?${not}|must|need to|please) (?:provide|supply|include|specify|send|pass|set)[^.]{0,25}${key}|\b(?:no|missing|without)\s+(?:an?\s+|the\s+|your\s+)?(?:valid\s+)?(?:${key}|bearer|auth(?:entication|orization)?\b)|${key}[^.]{0,15}(?:(?:is|was|are) (?:missing|required|empty)(?!\s+[a-z]+ )|${not} (?:provided|supplied|set|specified|present|included)|missing\b|required\b|${not} found in)|authorization header (?:has to|must|should)|(?:'bearer'|${key})[^.]{0,30} (?:is empty|is malformed|contains (?:char|whit|spac|inv|non|ill))|unregistered callers|established identity`,
)
const notFlat =
  /\?\s*$|^\s*(?:an?|any|every|each)\b[^,;:]*\b(?:can(?:not)?|must|will|are)\b|\bwas (?:\w+ly )?(?:in|un)\w+ (?:yesterday|earlier|before|last|for)\b|^\s*(?:once|when|before|after|while)\b|\b(?:if|whether|check (?:that|if|whether|your (?:api )?key)|ensure|make sure|verify that|may|might|could(?! not)|can be|missing or|or missing|perhaps|possibly|probably|unless|neither|not (?:that|been|expired|invalid)|never|no revoked|should|would|e\.g|such as|for example|common|possible|not because|valid for|missing, |valid api key but|unable to|failed to (?:verify|validate|check))\b/i

/** Links and the echo of what was sent are no statements. */
export const plain = (message: string): string =>
  hide(
    message
      .slice(0, 4000)
      .replace(/https?:\/\/(?![\w-]+\.api\.)\S+|\bwww\.\S+/gi, ' ')
      .replace(/\b(?:ai|platform|console|docs|help)\.[\w./-]+/gi, ' ')
      .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,}\b/gi, ' '),
  )

export const sentences = (text: string): string[] =>
  text.split(/(?<=[.!?;])\s+|(?<=\[hidden\])\s+(?=[A-Z])|\n/)

export function meaningOfSentence(
  message: string,
  own: readonly Phrase[],
  status: number,
): Cause | undefined {
  const text = plain(message)
  const refused = status === 401 || status === 403
  for (const [pattern, cause, only] of own)
    if ((only === undefined || only === status) && pattern.test(text)) return cause
  for (const [pattern, cause] of commonPhrases) if (pattern.test(text)) return cause
  // "Your key is fine, but the certificate has expired."
  if (/\bkeys?:? (?:is |was )?(?:ok|fine|good|(?:valid|accepted)(?=[,;:.]| but| and the))\b/i.test(text))
    return undefined
  for (const sentence of sentences(text)) {
    if (notFlat.test(sentence)) continue
    if (terminated.test(sentence)) return 'access_terminated'
    if (deactivated.test(sentence)) return 'account_deactivated'
    if (expired.test(sentence) || (refused && bareExpired.test(sentence))) return 'expired_key'
    if (invalid.test(sentence) || (refused && bareInvalid.test(sentence) && !aField.test(message)))
      return 'invalid_key'
  }
  // "Missing, invalid, or expired" names no one of them.
  if (missing.test(text) && !/missing, /i.test(text)) return 'malformed_key'
  return undefined
}

/** A code that is a sentence, or a status's name, is often the same for everything. */
export const isVague = (code: string): boolean => /\s|^permission.denied$/i.test(code)

/** Of the listed codes, and of those whose words say it as well: `key_was_revoked`, `ip_address_not_whitelisted`. */
export function meaningOfCode(
  code: string,
  status: number,
  { codes = {}, phrases = [] }: Pick<Provider, 'codes' | 'phrases'>,
): Cause | undefined {
  const name = letters(code)
  // What refuses a request's form names its fields: an `invalid_key` is the API key only where the request itself is refused.
  if (status !== 401 && status !== 403 && /^(?!.*api).*key(?!type)/.test(name)) return undefined
  const listed = findEntry(codes, name) ?? findEntry(commonCodes, name)
  if (listed || isVague(code)) return listed
  return meaningOfSentence(
    code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-./:]+/g, ' '),
    phrases,
    status,
  )
}
