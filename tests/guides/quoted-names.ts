/**
 * Names of controls that guides and screens quote: whose each is. A guide that names a tab which has another name by now sends a person
 * looking for what is not there. Pure.
 */
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { guides } from '../../src/guides/index.ts'
import { mapTexts } from '../../src/i18n/translate-guide.ts'
import { surfaces, textsOf } from '../house/surfaces.ts'
import { allSpoken } from '../i18n/catalogue.ts'

export type Quoted = { name: string; text: string; where: string }

const quotes = /“([^”]+)”/g
export const quotedIn = (text: string, where: string): Quoted[] =>
  [...text.matchAll(quotes)].map(([, name = '']) => ({ name, text, where }))

export function allQuoted(): Quoted[] {
  const found = allSpoken().flatMap(([path, spoken]) =>
    textsOf(spoken).flatMap(text => quotedIn(text, `src/${path}`)),
  )
  for (const guide of guides)
    mapTexts(guide, (text, ...path) => {
      found.push(...quotedIn(text, `${guide.id} ${path.join('.')}`))
      return text
    })
  return found
}

/** What a screen shows in the place of a value, and the dots by which a guide writes it. */
const plain = (text: string) => text.replace(/\{[^}]*\}/g, '…')

/** What stands on a screen of ours: its own texts, the card's, the titles of guides, and their answers to choose from. */
export function ourNames(): Set<string> {
  const names = [...surfaces()].flatMap(([surface, texts]) => (surface === 'guides and card' ? [] : texts))
  names.push(...Object.values<string>(cardWords))
  for (const guide of guides)
    names.push(guide.title, ...guide.choices.flatMap(choice => choice.options.map(option => option.label)))
  return new Set(names.map(plain))
}

/** Where a guide writes the platform's own words so that Keyway finds them. */
const ofThePage = new Set(['names', 'labels', 'placeholders', 'texts', 'dialog', 'section', 'text'])

/** What the platform calls its controls, by what guides look for there. */
export function platformNames(): Set<string> {
  const names = new Set<string>()
  const collect = (value: unknown, isName: boolean): void => {
    if (typeof value === 'string') {
      if (isName) names.add(value)
    } else if (Array.isArray(value)) for (const one of value) collect(one, isName)
    else if (value !== null && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) collect(one, ofThePage.has(key))
  }
  for (const { targets, steps, detours } of guides) collect([targets, steps, detours], false)
  return names
}

/** What the platform and other sites call what a guide names but Keyway never looks for: only these are taken on trust. */
export const otherPages = new Set([
  'API credits are separate from ChatGPT',
  'API key',
  'API key governance',
  'API key security guidance',
  'Agree',
  'Analytics',
  'Audio',
  'Auto recharge',
  'Credit balance',
  'Credit grants',
  'Credit remaining',
  'Data controls',
  'Free trial $0.00',
  'Generate API Key',
  'I’ll buy credits later',
  'I’ll do this later',
  'I’ll invite my team later',
  'Last used',
  'Limits',
  'Logs',
  'Member',
  'Mixed',
  'None',
  'OpenAI Codex',
  'Owned by',
  'Owner',
  'Payment methods',
  'Reader',
  'Revoked',
  'Send code',
  'Sign in with ChatGPT',
  'Total Spend',
  'Usage',
  'Usage policies',
  'Usage tiers',
  'Verifications',
  'Verified',
  'Viewer',
  'Workload Identity Provider',
  'Writer',
  'automatically recharge my card',
  'spent / limit',
  'use case review',
])

/** No name of a control: examples to type, what a machine reads or answers, words that people use. */
export const noControls = new Set([
  '=',
  'Authorization',
  'Chatbot production',
  'IPM',
  'Missing scopes',
  'Missing scopes: model.request',
  'OpenAI',
  'Production-MyService-v2',
  'RPD',
  'RPM',
  'Student',
  'TPD',
  'TPM',
  'WritingApp-MyLaptop',
  '_request_id',
  'age',
  'apiKey',
  'backup-server',
  'cached_tokens',
  'country not supported',
  'do not work',
  'does not have access to model',
  'dotenvx encrypt',
  'error',
  'free',
  'git ls-files .env',
  'git rm --cached .env',
  'id-token: write',
  'max_output_tokens',
  'must be verified',
  'no credit',
  'none',
  'npm install openai',
  'pip install -U openai',
  'pip install -U openai httpx',
  'pip install openai',
  'retry-after',
  'set',
  'sk-',
  'sk-...abcd',
  'spend limit exceeded',
  'usage',
  'workloadIdentity',
  'x-request-id',
  '…-v2',
])

/** Sentences that speak of Keyway's own screens. */
const ofOurs = /\bKeyway|\bside panel|\bpopup|\byour vault/i
const sentences = (text: string) => text.replace(/\{[^}]*\}/g, '').split(/(?<=[.!?:;])\s+/)

/**
 * @returns why a quoted name is not to be found where the person is sent, or nothing. In a sentence on Keyway's own screens only a name
 *   that stands on one of them will do.
 */
export function faultOf({ name, text, where }: Quoted, ours: Set<string>, theirs: Set<string>): string[] {
  // What a value is put into is no name, and neither is an example.
  if (/\{[^}]*\}/.test(name) || noControls.has(name) || ours.has(name)) return []
  const isSaidOfOurs = sentences(text).some(one => one.includes(`“${name}”`) && ofOurs.test(one))
  if (isSaidOfOurs) return [`${where}: no screen of Keyway shows “${name}”. It says: ${text}`]
  if (theirs.has(name) || otherPages.has(name)) return []
  return [`${where}: whose is “${name}”? No screen shows it and no guide looks for it. It says: ${text}`]
}
