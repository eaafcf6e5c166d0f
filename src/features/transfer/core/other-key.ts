/** A key of a service that Keyway cannot test, as another program's file has it: is it one, and what is it called? Pure. */

import { isVariableName, isWebPage, mostLetters } from '../../../providers/checked-fields.ts'
import { isExampleKey, isRandom } from '../../../providers/recognition/example.ts'
import { type Service, serviceOf, usualVariable } from '../../../providers/recognition/kept-services.ts'

/** What a key is kept with as another service's. */
export type OtherService = Partial<Service>

const key = /^(?:api)?(?:key|token)s?$/
/** A key of another sort: for a door, a program, a file. */
const notAnApi =
  /^(?:licen[cs]e|product|serial|public|publishable|ssh|gpg|pgp|wi|wifi|wpa|recovery|backup|session|csrf|xsrf|encryption|decryption|signing|private|jwt|cookie|anon|totp|otp|rails|refresh|id|ids|file|path|name|url|uri|length|size|ttl|max|limit)$/
const ownSecret = /^(?:(?:app|django|flask|auth|nextauth|session)?(?:secret)?key(?:base)?)$/

const wordsOf = (name: string): string[] =>
  name
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? []

/** Does this name say that the text beside it is an API key? */
export function saysKey(name: string): boolean {
  const words = wordsOf(name)
  return (
    words.some(word => key.test(word)) &&
    !words.some(word => notAnApi.test(word)) &&
    !ownSecret.test(words.join(''))
  )
}

/** Names of things that are no secret by themselves: AWS' ids, the platform's. */
const isId = (value: string): boolean => /^(?:(?:AKIA|ASIA)[A-Z0-9]{12,}$|org-|proj_|key_)/.test(value)

/** One long random word: not a passphrase, an address, an example. */
export const looksLikeKey = (value: string): boolean =>
  /^[\w.~+=:-][\w.~+/=:-]{15,499}$/.test(value) &&
  /[A-Za-z]/.test(value) &&
  // Words joined by hyphens have no digit and no capital in the middle.
  (/\d/.test(value) || /[a-z][A-Z]/.test(value)) &&
  !/:\/\//.test(value) &&
  !isId(value) &&
  !isExampleKey(value) &&
  isRandom(value)

/** What to propose of a key that is kept: by its shape, or else by its own name and page. */
export function otherService(secret: string, name: string, webPage = ''): OtherService {
  const known = serviceOf(secret)
  if (known) return known
  const bare = name
    .replace(/(?:\b|_)(?:(?:api|access|secret|auth)[_\s.-]*)?(?:key|token)s?(?![a-z]).*$/is, '')
    .replace(/(?<![_\s.-])[_\s.-]+$/, '')
  const isVariable = isVariableName(name) && name === name.toUpperCase()
  const service = (isVariable ? titled(bare) : bare).slice(0, mostLetters.service).trim()
  const variable = isVariable ? name : usualVariable(service)
  return {
    ...(service !== '' && { service }),
    ...(variable && variable.length <= mostLetters.variable && { variable }),
    ...(webPage.length <= mostLetters.webPage && isWebPage(webPage) && { webPage }),
  }
}

/** AZURE_SPEECH as "Azure Speech". */
const titled = (name: string): string =>
  name
    .split('_')
    .filter(Boolean)
    .map(word => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ')
