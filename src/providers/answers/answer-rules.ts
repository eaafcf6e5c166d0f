/**
 * What is known of the words in which providers refuse, for all of them alike: data, without any code that reads. The build writes it
 * into the package (`answers.json`), where the worker reads it before it asks, and a screen as it loads; tests take it from here.
 * In this order: codes, phrases, flat statements about the key, topics. A sentence makes a key rejected only when it says so of the key
 * itself, flatly: "may be", "check that" and "if" do not.
 */
import type { Phrase } from '../provider.ts'
import type { Cause } from '../verdict.ts'

/** Codes whose own words do not say it, by cause; as `letters` writes them. */
const byCause: Partial<Record<Cause, string>> = {
  invalid_key: 'invalidkey keyrevoked keynotfound tokenrevoked tokeninvalidated invalidxapikey',
  expired_key: 'expiredkey keyexpired tokenexpired',
  access_terminated: 'accessterminated',
  account_deactivated: 'organizationrestricted',
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
const codes: Record<string, Cause> = Object.fromEntries(
  Object.entries(byCause).flatMap(([cause, codes]) => codes.split(' ').map(code => [code, cause as Cause])),
)

/** Ways to say the same, made one: the rules below know only the last. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/n['’]t\b|\bno longer\b|\bnever\b/gi, ' not'],
  [/\bcannot\b/gi, 'can not'],
  [/\b(?:organisation|workspace|team|(?<!\.)org)\b/gi, 'organization'],
  [/(authori|recogni)s/gi, '$1z'],
  [/\b(?:was|were|are|got|ha(?:s|ve|d) been)\b/gi, 'is'],
  [/(?<=\d)\.(?=\d)/g, '_'],
  [/\s+/g, ' '],
]

const key = String.raw`(?:api[\s_-]*keys?|x-api-key|(?:secret|access|project|admin|service[\s-]account)[\s-]+keys?|(?:access|auth|authentication|api|bearer)[\s-]+tokens?)`
const account = String.raw`(?<!\b(?:for|in|of|by) (?:your|this|the|an?) )\b(?:account|organization|user(?!\s+agent)|consumer)\b`
const re = (source: string): RegExp => new RegExp(source, 'i')

/** In this order: what is about place, rights and money is read before what is about the key. */
const phrases: readonly Phrase[] = [
  [
    /proxy (?:server )?(?:token|key)|virtual key|subscription key|\b(?:litellm|kong|helicone|portkey|cf-aig)|\b(?:ai|api|this|llm)[ -]?gateway(?! time)|\bjwt\b|missing authentication token/i,
    'not_the_provider',
  ],
  [
    /cors\b|\bfrom (?:a |web )*browsers?\b|\b(?:browser|origin)\b[^.]{0,20}not (?:allow|permit|support)|cross-origin|direct-browser-access/i,
    'cors_forbidden',
  ],
  [
    /(?:incorrect|wrong|different|invalid|another)[^.]{0,25}\bhost(?:name)?\b|\bregional (?:host|endpoint|domain)|\bresidency\b/i,
    'wrong_host',
  ],
  [
    /(?:not (?:available|supported|offered|accessible)|unavailable|unsupported)[^.]{0,20}\b(?:country|region|territory|location)|not\b[^.]{0,30} from (?:your|the user['’]s) (?:location|country|region)|(?:country|region|territor(?:y|ies)|location|jurisdiction)\b[^.]{0,60}(?:not (?:currently |yet )?(?:supported|available|allowed|permitted|eligible)|unsupported|unavailable|blocked|banned|restricted)/i,
    'region_blocked',
  ],
  [/\bcrashed\b|out of memory|failed to load/i, 'provider_trouble'],
  [/client certificate|mutual tls|\bmtls\b/i, 'client_certificate_required'],
  [
    /\bip\b(?:[\s-]*address(?:es)?)?[^.]{0,60}(?:not\b[^.]{0,20}(?:authorized|allow|permitted|whitelist|on )|blocked|denied|restrict|forbidden)|\bip[\s-]allow-?list|network polic(?:y|ies)|unauthorized ip\b/i,
    'ip_not_allowed',
  ],
  [/referr?er[^.]{0,40}(?:blocked|not allowed)/i, 'ip_not_allowed'],
  [/per[\s_-]?day|\b[rt]pd\b/i, 'usage_limit'],
  [
    /per[\s_-]?(?:min|second|hour)|\bhourly\b|quota[^.]{0,20} metric|rate[\s_-]*limit|too many requests|slow down|\b[rt]pm\b/i,
    'rate_limited',
  ],
  [
    /not[^.]{0,10}\bha(?:ve|s) access to [^.]{0,50}model|\bmodel\b[^.]{0,80}(?:(?:need|require)s a subscription|not (?:found|available|supported|exist|accessible|loaded)|requires terms|disabled|deprecated|decommissioned|no access|shut down|retired)|(?:unknown|invalid|not a valid) model|\bno endpoints\b|\b(?:endpoint|deployment)\b[^.]{0,60}(?:not running|terminated|not exist)|access to (?:the |this )?model|not (?:authorized|allowed|permitted|enabled) (?:for|to use)[^.]{0,20}\bmodel\b|not (?:permit|allow|include|cover)\b[^.]{0,20}\bmodel\b/i,
    'model_unavailable',
  ],
  [
    /(?:must|ha[sv]e? to) be verified|verified organi|identity verification|verify (?:your )?organization|organization[^.]{0,40}\b(?:id verification|unverified|not (?:been )?verified)/i,
    'organization_unverified',
  ],
  [
    /key[\s-]types?\b|key[\s-](?:based )?auth|keys? of th(?:is|at) (?:kind|type)|api keys is not supported|not (?:take|accept|support|allow) api keys|(?:oauth|session|personal|user) (?:access )?tokens? (?:is |can )?not|session key|admin key (?:is )?required|sent an? (?:project|user|admin) key|(?:user|personal|legacy|project|service[\s-]account|admin|management|provisioning|unrestricted|standard)[\s-]*(?:api[\s-]*)?key(?:s (?:is|may|can)| (?:may|can) not)[^.]{0,30}(?:disabled|not|forbidden|restricted|blocked|used|here)/i,
    'key_type_forbidden',
  ],
  [
    /\bacls?\b|insufficient (?:authentication )?(?:permission|scope|privilege|rights)|(?:not|without|lacks?|lacking|missing|no)\b[^.]{0,40}\b(?:permissions?|scopes?|privileges?)\b|permission[\s_-]denied(?!:)|not (?:authorized|allowed|permitted) (?:to (?:access|perform|use|call|make|list|read|write)|for (?:this|the) )|restricted (?:api )?key\b|requests?\b[^.]*\bis blocked\b|has not been used in project/i,
    'missing_scope',
  ],
  [
    /specified[^.]{0,30}usage limits?|(?:spend(?:ing)?|budget|hard|monthly|cost|postpaid)[\s-]*(?:limits?|caps?)\b(?![^.]*credits?\b)/i,
    'spend_limit',
  ],
  [
    /(?:daily|weekly|monthly)\b[^.]{0,30}\b(?:quota|limit|allowance|cap|requests|usage)|\b(?:requests|tokens|calls|all)\b[^.]{0,20}\b(?:a|this|to) ?(?:day|week|month)\b/i,
    'usage_limit',
  ],
  [
    /(?:no|insufficient|not enough|out of|exhausted|depleted|used (?:all|up)|negative)\b[^.]{0,30}\b(?:credits?|balance|funds?|quota)(?! is (?:charg|us|deduct))|\b(?:credits?|balance|funds?|quota)\b[^.]{0,40}(?:exhausted|depleted|too low|insufficient|used up|exceeded|run out|is zero|reached)|exceeded your[^.]{0,20}quota|payment required/i,
    'no_credit',
  ],
  [
    /\b(?:card|invoice)\b[^.]{0,30}(?:expired|declined|refused|failed|not be charged)|account is (?:not active|inactive)|check your billing|enable billing|unpaid|past[\s-]due|(?:not|no|without|lacks?)\b[^.]{0,20}\bactive (?:subscription|plan)/i,
    'billing_inactive',
  ],
  [
    /hard limit|(?:reached|exceeded|exhausted|used)\b[^.]{0,30}\bbudget|\bbudget\b.*\bexceeded/i,
    'spend_limit',
  ],
  [/usage[\s-]*(?:limits?|caps?)\b/i, 'usage_limit'],
  [
    /must be a member of an organi|not[^.]{0,20}(?:member|part|belongs?|in)\b[^.]{0,20}organi|organization member|not have access to (?:the |this |an? )?organi/i,
    'no_organization',
  ],
  [
    /organization header|(?:no such|wrong) organization|organization[^.]{0,30}(?:mismatch|not found|does not (?:match|exist))/i,
    'organization_mismatch',
  ],
  [
    /project header|(?:no such|wrong) project|project[^.]{0,30}(?:mismatch|not found|does not (?:match|exist))/i,
    'project_mismatch',
  ],
  [/project\b[^.]{0,60}(?:archived|\bis deleted|not accessible|shut down)/i, 'project_archived'],
]

/** Said of the key, or of the account behind it: tried last, on flat statements only. */
const whole = String.raw`(?!.*\b(?:until|again|last (?:week|month|year))\b)`
const terminated = re(
  String.raw`(?:\baccess|\byou|${account})\b[^.,;:]{0,40}\bis (?!temporarily)(?:\w+ly )?(?:terminated|banned)|${account} (?:banned|terminated)\b|\baccess(?! token| key)\b[^.:]{0,40}(?:ended permanently|permanently revoked)|\bterminated (?:your|this) (?:\w+ )?access\b|\baccess terminated|\bproject is denied access|\b(?:disabled|blocked|suspended|closed) (?:in|for|on) (?:this|your|the) (?:account|organization|project)\b[^.]{0,20} (?:for|of|to) (?:[^.]{0,20} )?violat`,
)
const deactivated = re(
  String.raw`^(?:deactivated|disabled|suspended|closed|locked) (?:account|organization|user)$|(?:deactivated|disabled|suspended|closed|terminated) (?:this|the|your) ${account}|${account}(?: '[^']{1,40}'| that| (?=[^ ]{0,40}[\d\]])[^ ]{1,40}| (?:behind|of|for|that|which|with|issued|to|(?:associated|linked|tied|connected) (?:with|to))\b[^.,;:]{0,30}\bkey){0,2},? (?:because it )?(?:is ){1,3}(?!temporarily)(?:\w+ or )?(?:\w+ly )?(?:deactivated|disabled|suspended|closed|blocked|locked|frozen|on hold|restricted(?= ?[.!]|$))${whole}|\b(?:this|the|your) (?:\w+ )?(?:key|token)\b[^.]{0,40} (?:with|to|by|from|of) an? (?:\w+ly )?(?:deactivated|disabled|suspended|closed|locked|banned) (?:\w+ )?(?:account|organization|user)\b|${account}(?: '[^']{1,40}')? (?:deactivated|disabled|suspended|closed|locked|frozen)\b${whole}`,
)
const bad =
  '(?:incorrect|invalid|wrong|bad|unknown|unrecognized|revoked|disabled|deleted|deactivated|inactive|rotated|compromised|leaked|non-?existent)'
const between =
  '(?:(?:or|and|the|this|your|an?|openai|secret|provided|authentication|user|project|service|account|admin|expired|revoked|invalid) ){0,3}'
/** The key that was sent, and nobody else's: not "the webhook secret", "the proxy's API key" or "the owner of this key". */
const ours = (noun: string) =>
  String.raw`(?<=^|[^\w\s'’-] ?|\b(?:the|this|that|your|an?|no|its|such|provided|supplied|given|presented|submitted|current|temporary|trial|personal|old|openai|authentication|or|and|expired|${bad})[ _-])(?<!\b(?!(?:because|that|since|as|but|and|or|find|match|know|recognize|${bad}) )\w+ (?:this|the|your|that|an?) )${noun}`
/** Said of a whole key, and not of what it may do: "turned off", but not "turned off for this endpoint". */
const ofPart = String.raw`(?! (?:here|yet|under|outside|while|until|when|during|by this|because of your|for (?!\w* ?(?:secur|abus|violat|inactiv|non|fraud))|(?:to|with|in|on|from|at) (?:th(?:is|at|[eo]se|e(?! (?:\d|data|system|record|author|header|request|dash|console|admin|organization|account)))|any|some|all|your|it))\b)`
const ended = `(?:(?:turned|switched) off|archived|withdrawn|void(?:ed)?|invalidated|cancell?ed|removed|retired|destroyed|dead|replaced|regenerated|rolled over|superseded|stopped working|not (?:usable|works|working|operational|in (?:use|service)))${ofPart}`
/** What may follow the key: what tells which one, and no other noun, as in "key type". Between it and what is said of it there is no other subject. */
const first = String.raw`(?= ?(?:$|[^\w\s'’])|['’]s (?:expir|valid|life)| (?:you|that|which|is\b|ha[sd]|have|do|did|can|could|match|belong|provided|supplied|given|used|sent|ending|with|(?:in|for|from) (?:the|your|this) (?:request|header|auth|call)|here|presented|reached|ran|expir|past|passed|lapsed|validity|lifetime|it|no|now|already|[\w-]*\d))`
const gap = `${first}[^.]`
/** Which key it is: how it ends, who sent it, where it stood. */
const which = String.raw`(?:[ :'",()]+(?:(?:you|we|that|which|is|ha(?:ve|s)|do(?:es)?|did|can|could|provided|supplied|given|used|sent|presented|passed|received|it|and|now|already|since|just|with|id|ending|in|the|your|this|request|authorization|header|(?!only|temporar)[a-z]+ly)\b|[^\s:'",()[]*(?:\[hidden\][^\s:'",()[]*)+|(?<=(?:in|id|with) )[^\s:'",()[]+))*?[ :'",()]*`
const expiredOf = (one: string, noun = ours(one)) =>
  re(
    String.raw`\bexpired ${between}${noun}\b|${noun}\b${gap}{0,60}\b(?:(?:expired|lapsed)\b|(?:past|passed) (?:its )?(?:expir|end\b)|ran out\b(?! of)|(?:expir\w+|end|lifetime|validity)\b[^.]{0,30}\b(?:passed|over|ended|reached|exceeded|in the past)|reached (?:its expir|the end of)|is (?:only )?(?:good|valid) until)|(?:lifetime|validity|expir\w+)\b[^.]{0,20} of (?:this|the|your) ${one}\b${gap}{0,30}(?:over|passed|end|reach|past)`,
  )
const invalidOf = (one: string, noun = ours(one)) =>
  re(
    String.raw`\b${bad} ${between}${noun}\b${first}${ofPart}|\b(?:revoked|disabled|deleted|deactivated|invalidated|removed|cancelled) (?:this|the|your) ${one}\b(?= (?:on|after|because|by|as|for)\b)${ofPart}|${noun}\b${which}(?:${bad}\b${ofPart}|${ended}|not (?:an? |the )?(?:valid|found|recognized|correct|exist|active|known|accepted|registered|be found|on (?:record|file)|(?:one of )?ours|one we|issued)${ofPart}|(?:do(?:es)? not (?:match|belong to) any|match(?:es)? no|belongs? to no)|(?:reported as|is) leaked|blocked\b(?:[^.]{0,40} (?:because|due|after)(?! of your)| by (?:an?|the|your) (?:\w+ )?(?:admin|owner)))|${noun}\b${gap}{0,80}\bit is (?:${bad}|${ended})|not (?:find|know|recognize|match|identify)[^.]{0,20}${noun}\b${first}|\bno (?:such|record of \w+|(?:\w+ )?(?:account|user|customer)s? (?:uses|matches|owns|has) \w+) ${one}\b${first}|\bno ${noun} (?:match|like|exist)`,
  )
const oneKey = `${key}(?<!s)`
const expired = expiredOf(oneKey)
const invalid = invalidOf(oneKey)
/** Where the whole answer is a refusal, "key" or "token" alone is the one that was sent. */
const bare = '(?:key|token|secret|credentials?)'
const bareExpired = expiredOf(bare)
const bareInvalid = invalidOf(bare)
const missing = re(
  String.raw`(?:did not|must|need to|please) (?:provide|supply|include|specify|send|pass|set)[^.]{0,25}${key}|\b(?:no|missing|without|empty|malformed) (?:(?:an?|the|your|required|valid) )*(?:${key}|bearer|credentials?|auth(?:entication|orization)?\b)(?! (?:match|like|exist))|${key}[^.]{0,18}(?:is empty(?! [a-z]+ )|not (?:provided|supplied|set|specified|present|included|contain)|missing\b|required\b|not found in|too (?:short|long)|cut off|truncated)|authorization header (?:has to|must|should)|(?:'bearer'|${key})[^.]{0,30} (?:is empty|is malformed|contains (?:char|whit|spac|inv|non|ill)|format\b)|unregistered callers|established identity`,
)
const notFlat =
  /\?(?:["'}\s]|$)|^\s*(?:an?|any|every|each)\b[^,;:]*\b(?:can|must|will|is)\b|\bis (?:\w+ly )?(?:in|un)\w+ (?:yesterday|earlier|before|last|for)\b|(?:^|: |["'])\s*(?:once|when|before|after|while)\b|\b(?:if|in case|assum\w+|suppos\w+|not mean|nobody|different from|whether|check (?:that|your (?:api )?key)|ensure|make sure|verify that|may|might|could(?! not)|can be|missing or|or missing|perhaps|possibly|probably|unless|neither|not (?:that|been|expired|invalid)|no revoked|should|would|is being|want to|e\.g|such as|for example|common|possible|not because|valid for|missing, |valid api key but|unable to|failed to (?:verify|validate|check))\b/i

/** "Your key is fine, but the certificate has expired." Or another kind of credential was expected. */
const elsewhere =
  /\bkeys?:? (?:is )?(?:ok|fine|good|(?:valid|accepted)(?=[,;:.]| but| and the))\b|\bexpected oauth/i

/** Whoever speaks of these has refused something else than a provider's key. */
const ofOthers =
  /\b(?:reverse|forward|auth|corporate|company|edge|your|the) proxy\b|\bgateway(?! time)|\bfirewall|\bcaptive|\bsingle sign-?on|\bsso\b|\bcsrf|\bcookie|\bsession (?:token|key|id|(?:is |has )?expired)|\bclient (?:id|secret)|\bwebhook/i

/** Words in quotes, unless they are what a program's print gives as the message, or all that is said. */
const quoted =
  /(?<!^|\w|(?:message|error|detail|msg)["'] ?: ?)(?:"(?=[^"]* )[^"]{8,600}"|`(?=[^`]* )[^`]{8,600}`|'(?=[^']* )(?:[^']|(?<=\w)'(?=\w)){8,600}'|“[^”]{8,600}”|«[^»]{8,600}»|„[^“”]{8,600}[“”]|‘[^’]{8,600}’)(?!\w)/gi

/** The beginning of a sentence up to its colon that holds more than “error”, “access denied” or the key. */
const lead =
  /(?<=^|[.!?;:] |["'])(?!(?:(?:[^\W_]*_\w*|[\w.]*(?:error|exception)s?|\d+|code|status|https?|auth\w*|access|login|request|call|api|x-api-key|openai|denied|fail\w*|refused|rejected|un\w+ed|forbidden|permission|sorry|invalid|incorrect|expired|revoked|blocked|suspended|disabled|terminated|is|not|could|an?|the|this|that|your|our|key|token|secret|credentials?|account|organization|user|reason|details?|message|note|there|process|complete|accept|serve|because|issue|\w+ly|cause|description|info|warning|notice|attention|important|alert|problem|security|for|with|to|of|provided|sent|supplied|and|or|we|you|bad|no)(?:[\s,()/-]|(?=:))+)+:)(?=[a-z])[^.!?:;{}[\]]*(?<!["']):\s/i

/** Something is wanting, refused, used up or over. */
const isWrong =
  /n['’]t\b|\b(?:(?:no|not|never|unable|without|only|off|out|over|0(?:_0+)?|bad|another|must|before|ha(?:s|ve) to|left|met|hit|gone|spent|used|add|shut)\b|cannot|outside|wrong|differ|instead|until|please|need|expect|consum|end(?:ed|s)|empty|fail|lack|overdue|malform|negative|insuff|in(?:valid|active)|un\w+(?:ed|wn|id)|refus|requir|declin|close|cancel|exceed|exhaust|expir|lapse|miss|block|banned|suspen|limit|archiv|delet|prohibit|retir|remov|revok|restrict|disabl|reach|reject|forb[ai]d|den[iy])|[À-ӿ぀-힣]/i

const isAdvice = /\?\s*$|\b(?:if|whether|make sure|ensure|check|perhaps|might|could be|remember)\b/i

/** All of these words, in any order. */
const both = (one: string, other: string): RegExp =>
  new RegExp(`^(?=.*\\b(?:${one}))(?=.*\\b(?:${other}))`, 'i')
const organization = String.raw`organi[sz]ation|org-\w|team\b`
const itsKey = 'key|credential|header|match|belong'

/** In this order: what is most seldom spoken of beside something else comes first. */
const topics: readonly (readonly [RegExp, Cause])[] = [
  [/\bip\b|\bcidr|\bnetworks?\b|\b(?:source|client|your|the) address|allow-?list/i, 'ip_not_allowed'],
  [/\bcertificate\b(?! of)/i, 'client_certificate_required'],
  [/\bresidency|\bregional|\beu(?:rope(?:an)?)?\b|\bhost\b/i, 'wrong_host'],
  [
    /\b(?:country|countries|territor|location|sanction|geo|where you|pa[ií]s\b|pays\b)|regi[oó]n|国家|地区|стран/i,
    'region_blocked',
  ],
  [
    /(?<!\b(?:age|e-?mail|card|domain) )verif(?:y|ied|ication)\b(?!.*\b(?:key|token|credential|age|e-?mail|card|domain)s?\b)/i,
    'organization_unverified',
  ],
  [/\bbudget|\bspend(?:ing)?\b/i, 'spend_limit'],
  [
    /\bpayment|\boutstanding|\bcard\b|\binvoice|\bbilling\b|\bsubscription\b(?! key)|\b(?:current|your) plan\b|factur|rechnung|zahlung|付款|支払/i,
    'billing_inactive',
  ],
  [
    /\b(?:credits?(?! is (?:charg|us|deduct))|balance|funds?|money|wallet|grant|top[\s-]up|saldo|solde|guthaben|cr[eé]ditos?|crédits?)\b|余额|欠费|残高|잔액|баланс/i,
    'no_credit',
  ],
  [
    /\boauth\b|\b(?:kind|type) of key|\bservice accounts|\b(?:user|personal|legacy|project|service[\s-]account|admin|management|standard)(?:-\w+)?[\s-]*(?:api[\s-]*)?(?:key|credential)s?\b/i,
    'key_type_forbidden',
  ],
  [
    /\borganization\b[^.]* is archived|\bproject\b.*\b(?:archived|(?:in)?active|closed|deleted|removed|gone|ended|exists?)\b/i,
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
    /\baccess to\b|\b(?:may|can) only\b|\bmay not\b|\brestricted to\b|\b(?:this endpoint|endpoint not|rights?|entitled|granted|given|owners?|administrators?|read-only)\b/i,
    'missing_scope',
  ],
  [/\bauthorization header|\bbearer\b|\bparsed?\b/i, 'malformed_key'],
  [/\bquota|\bcuota|kontingent|额度|配额|\ballowance|\b(?:daily|weekly|monthly)\b/i, 'usage_limit'],
]

/**
 * Who speaks, where it is not the provider: programs between sign their answers, in a header or by the frame of the answer. Each of the
 * providers stands behind Cloudflare, CloudFront or Google, and says so.
 */
const signature =
  /^(?:x-(?:litellm|portkey|oneapi|new-api|gateway|squid|amzn-errortype|amz-apigw|zscaler|iinfo)|helicone|cf-a(?:ig|ccess)|apim-)|^server: (?:kong|uvicorn|gunicorn|squid|zscaler|istio|envoy|tyk|apisix|haproxy|traefik|caddy|awselb|apache|lighttpd|microsoft|big-?ip|jetty|kestrel|werkzeug)/i
const frame = /^(?:timestamp|statuscode|httpcode|apiversion)$/i

/** All of it, as it is written into the package. */
export const answerRules = {
  codes,
  alike,
  phrases,
  elsewhere,
  quoted,
  lead,
  ofOthers,
  notFlat,
  terminated,
  deactivated,
  expired,
  invalid,
  bareExpired,
  bareInvalid,
  missing,
  isWrong,
  isAdvice,
  topics,
  signature,
  frame,
}
export type AnswerRules = typeof answerRules
