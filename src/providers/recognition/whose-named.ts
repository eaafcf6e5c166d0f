/**
 * Whose key it is by the names around it: the nearest one that names a service decides, before a shape that several share. But a name
 * counts only for a service that makes such keys: `OPENAI_API_KEY` is what programs call the key of any service that they speak to in that way. Pure.
 */
import { providerIds, providers } from '../list.ts'
import { type Named, servicesIn } from './services.ts'
import { certainProvider, type Whose, whoseKey } from './whose.ts'

/** @param names what stands around the key, the nearest first */
export function whoseNamed(key: string, names: readonly string[]): Whose {
  for (const name of names) {
    // A name that is a provider’s base URL is the address to which the key is sent.
    const goesTo = providerIds.find(id => name !== '' && providers[id].baseUrl === name)
    const named = goesTo ?? namedFor(key, name)
    if (named !== undefined)
      return isMadeBy(named, key, goesTo !== undefined) ? whoseKey(key, named) : { kind: 'plain', named }
  }
  return whoseKey(key)
}

/** Which service the text names. Of several that are known it is the one that alone makes such keys: `api.groq.com/openai/v1`. */
function namedFor(key: string, text: string): Named | undefined {
  const services = servicesIn(text)
  if (services.size < 2) return [...services][0]
  const certain = certainProvider(key)
  return certain !== undefined && services.has(certain) && !services.has('other') ? certain : 'other'
}

/** Can this be a key of the service? Of one that Keyway does not know, anything; of a server on this computer any word. */
function isMadeBy(named: Named, key: string, isSentThere: boolean): boolean {
  const { local, isKeptOnly, keys, unmarked } = providers[named]
  return (
    local ||
    isKeptOnly ||
    keys.some(
      ({ shape, isShared, kind }) => (isSentThere || !isShared || kind === 'oauth') && shape.test(key),
    ) ||
    unmarked?.test(key) === true
  )
}
