/** What the person has granted, and asking for more at the moment of use (from a screen, in the press's own turn). */
import { browser } from './browser.ts'

type Wanted = { permissions?: 'clipboardRead'[]; origins?: string[] }

export function granted(wanted: Wanted): Promise<boolean> {
  return browser.permissions.contains(wanted)
}

export function ask(wanted: Wanted): Promise<boolean> {
  return browser.permissions.request(wanted)
}

/** The hosts that were granted, as match patterns. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? []
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
