/** Where a key may be sent: its own provider's hosts, nowhere else, however its record was made. */
import { providers } from './list.ts'
import type { ProviderId } from './verdict.ts'

/** Not `[::1]`: a content security policy cannot name an IPv6 address, so such a request would never leave. */
const loopback = new Set(['127.0.0.1', 'localhost'])

/** An address is written into commands and programs: no character in it may mean anything to a shell. */
const plainPath = /^[\w.~/-]*$/

/** The base URL to ask, without a trailing slash; null when the record names a host that is not the provider's, or is only kept. */
export function baseUrlOf(key: { provider: ProviderId; baseUrl?: string }): string | null {
  const provider = providers[key.provider]
  if (provider.isKeptOnly) return null
  if (!key.baseUrl) return provider.baseUrl
  const scheme = provider.local ? 'http' : 'https'
  const given = key.baseUrl.trim()
  const text = /^[a-z]+:\/\//i.test(given) ? given : `${scheme}://${given}`
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.username || url.password) return null
  const own = new URL(provider.baseUrl)
  const path = url.pathname.replace(/(?<!\/)\/+$/, '') || own.pathname.replace(/(?<!\/)\/+$/, '')
  if (!plainPath.test(path)) return null
  if (provider.local)
    return url.protocol === 'http:' && loopback.has(url.hostname) ? `${url.origin}${path}` : null
  const ours = url.hostname === own.hostname || provider.otherHosts?.test(url.hostname)
  return url.protocol === 'https:' && url.port === '' && ours ? `${url.origin}${path}` : null
}

/** What tells one key from another. Servers on this computer often share a key, or the word `none`. */
export function identityOf(key: { provider?: ProviderId; secret: string; baseUrl?: string }): string {
  const { provider, secret } = key
  return provider && providers[provider]?.local ? `${baseUrlOf({ ...key, provider })} ${secret}` : secret
}

/** The host permission that asking needs, as Chrome writes it; null as above. */
export function permissionFor(key: { provider: ProviderId; baseUrl?: string }): string | null {
  const base = baseUrlOf(key)
  if (base === null) return null
  const url = new URL(base)
  return `${url.protocol}//${url.hostname}/*`
}
