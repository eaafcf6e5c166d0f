/** Whose key it is by the names around it: the nearest one that names a service decides, before any shape. Pure. */
import { serviceNamed } from './services.ts'
import { type Whose, whoseKey } from './whose.ts'

/** @param names what stands around the key, the nearest first */
export function whoseNamed(key: string, names: readonly string[]): Whose {
  for (const name of names) {
    const named = serviceNamed(name)
    if (named !== undefined) return whoseKey(key, named)
  }
  return whoseKey(key)
}
