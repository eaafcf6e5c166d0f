/** What the browser lets Keyway do, for what screens show: the worker asks for one host at a time. */
import { browser } from '../browser.ts'

/** @returns the hosts that were granted, as match patterns, and the names of the permissions */
export async function grantedNow(): Promise<{ origins: string[]; permissions: string[] }> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll()
  return { origins, permissions }
}

const partsOf = (pattern: string) => /^(\*|https?):\/\/([^/:]+)/.exec(pattern)

/** Does a granted match pattern include the host of another? Both end in any path. */
export function covers(pattern: string, origin: string): boolean {
  if (pattern === '<all_urls>' || pattern === origin) return true
  const [, scheme, host = ''] = partsOf(pattern) ?? []
  const [, wantedScheme, wanted = ''] = partsOf(origin) ?? []
  if (scheme === undefined || (scheme !== '*' && scheme !== wantedScheme)) return false
  return host === '*' || host === wanted || (host.startsWith('*.') && `.${wanted}`.endsWith(host.slice(1)))
}
