/** A key of a service that Keyway cannot test, as another program's file has it: what is it kept with? Pure. */

import { isVariableName, isWebPage, mostLetters } from '../../../providers/checked-fields.ts'
import { type Service, serviceOf, usualVariable } from '../../../providers/recognition/kept-services.ts'

/** What a key is kept with as another service's. */
export type OtherService = Partial<Service>

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
