/**
 * What a refusal means in words that nobody has listed: what it speaks of, and that something of it is wrong. Asked last, of refusals
 * alone, and never makes a key rejected: whoever reads a sentence this loosely may be mistaken, but nobody loses a key by it.
 */
import type { Cause } from '../verdict.ts'
import { canSay } from './causes.ts'
import { plain, sentences } from './meaning.ts'

/** Something is wanting, refused, used up or over. */
const isWrong =
  /n['’]t\b|\b(?:(?:no|not|never|unable|without|only|off|out|over|0(?:_0+)?|bad|another|must|before|ha(?:s|ve) to|left|met|hit|gone|spent|used|add|shut)\b|cannot|outside|wrong|differ|instead|until|please|need|expect|consum|end(?:ed|s)|empty|fail|lack|overdue|malform|negative|insuff|in(?:valid|active)|un\w+(?:ed|wn|id)|refus|requir|declin|close|cancel|exceed|exhaust|expir|miss|block|banned|suspen|limit|archiv|delet|prohibit|retir|remov|revok|restrict|disabl|reach|reject|forb[ai]d|den[iy])|[À-ӿ぀-힣]/i

const isAdvice = /\?\s*$|\b(?:if|whether|make sure|ensure|check|perhaps|might|could be|remember)\b/i

/** All of these words, in any order. */
const both = (one: string, other: string): RegExp =>
  new RegExp(`^(?=.*\\b(?:${one}))(?=.*\\b(?:${other}))`, 'i')
const organization = String.raw`organi[sz]ation|org-\w|team\b`
const itsKey = 'key|credential|header|match|belong'

/** In this order: what is most seldom spoken of beside something else comes first. */
const topics: readonly (readonly [RegExp, Cause])[] = [
  [/\bip\b|\bcidr|\bnetworks?\b|\b(?:source|client|your|the) address|allow-?list/i, 'ip_not_allowed'],
  [/\bresidency|\bregional|\beu(?:rope(?:an)?)?\b|\bhost\b/i, 'wrong_host'],
  [
    /\b(?:country|countries|region|territor|location|sanction|geo|where you|pa[ií]s\b|pays\b)|regi[oó]n|国家|地区|стран/i,
    'region_blocked',
  ],
  [/verif(?:y|ied|ication)\b(?!.*\b(?:key|token|credential)s?\b)/i, 'organization_unverified'],
  [/\bbudget|\bspend(?:ing)?\b/i, 'spend_limit'],
  [
    /\bpayment|\boutstanding|\bcard\b|\binvoice|\bbilling\b|\bsubscription\b(?! key)|factur|rechnung|zahlung|付款|支払/i,
    'billing_inactive',
  ],
  [
    /\b(?:credits?|balance|funds?|money|wallet|grant|top[\s-]up|saldo|solde|guthaben|cr[eé]ditos?|crédits?)\b|余额|欠费|残高|잔액|баланс/i,
    'no_credit',
  ],
  [
    /\b(?:kind|type) of key|\bservice accounts|\b(?:user|personal|legacy|project|service[\s-]account|admin|management)(?:-\w+)?[\s-]*(?:api[\s-]*)?(?:key|credential)s?\b/i,
    'key_type_forbidden',
  ],
  [
    /\bproject\b.*\b(?:archived|(?:in)?active|closed|deleted|removed|gone|ended|exists?)\b/i,
    'project_archived',
  ],
  [both(organization, 'left|member|removed|belong to an'), 'no_organization'],
  [both('project|proj_', itsKey), 'project_mismatch'],
  [both(organization, itsKey), 'organization_mismatch'],
  [
    /\b(?:permission|scope|privilege|role)s?\b|permiso|berechtigung|autorisation|权限|権限|\blist models\b|\b[a-z]+(?:\.[a-z_]+)+\.(?:read|write|request)\b/i,
    'missing_scope',
  ],
  [
    /\bmod[eè]l|模型|モデル|\b(?:gpt|o\d|text|claude|gemini|grok|llama|qwen)[ -][\w -]{0,12}\d/i,
    'model_unavailable',
  ],
  [
    /\baccess to\b|\b(?:may|can) only\b|\b(?:this endpoint|endpoint not|rights?|entitled|granted|given|owners?|administrators?|read-only)\b/i,
    'missing_scope',
  ],
  [/\bauthorization header|\bbearer\b|\bparsed?\b/i, 'malformed_key'],
  [/\bquota|\bcuota|kontingent|额度|配额|\ballowance|\b(?:daily|weekly|monthly)\b/i, 'usage_limit'],
]

/** @param status only of a refusal: what a request lacked is said in the same words, at 400 and 422 */
export function meaningByTopic(message: string, status: number): Cause | undefined {
  if (![401, 402, 403, 404, 421, 429].includes(status)) return undefined
  const text = plain(message.replace(/\b\d+(?:\.\d+){3}\b/g, 'your ip'))
  if (status !== 429 && /temporarily|maintenance|migrat|not responding|our (?:side|end)|problems/i.test(text))
    return 'provider_trouble'
  // A refusal that names the provider's host for another region, in whatever words, sends there.
  if (/\b(?:[a-z]{2}(?:-\w+)*\.api|api\.[a-z]{2}(?:-\w+)*)\.\w+\.\w/i.test(text)) return 'wrong_host'
  for (const sentence of sentences(text)) {
    const cause = isAdvice.test(sentence) || !isWrong.test(sentence) ? undefined : topicOf(sentence, status)
    if (cause) return cause
  }
  return undefined
}

const topicOf = (sentence: string, status: number) =>
  topics.find(([topic, cause]) => canSay(cause, status) && topic.test(sentence))?.[1]
