/** The one request that a probe is. It carries the key in a header, never in the address, and can cost nothing. */
import { baseUrlOf } from './hosts.ts'
import { providers } from './list.ts'
import type { Probe } from './provider.ts'
import { type Claimed, isProviderKnown } from './recognition/whose.ts'
import { scopeProbes } from './scopes.ts'
import type { KeyKind, ProbeId, ProviderId } from './verdict.ts'

export type KeyToAsk = Claimed & { kind?: KeyKind; baseUrl?: string }
export type ProbeRequest = { url: string; method: string; headers: Record<string, string>; body?: string }

function probeOf(provider: ProviderId, probe: ProbeId): Probe | undefined {
  return providers[provider].probes[probe] ?? (provider === 'openai' ? scopeProbes[probe]?.probe : undefined)
}

/** Is this text something that a header can carry unchanged? The browser trims, throws or sends nonsense otherwise. */
export const isSendable = (secret: string): boolean => /^[\x21-\x7e]*$/.test(secret)

/** The header that carries the key, its name in lower case; none for a server that wants no key. */
export function keyHeader({ provider, secret }: KeyToAsk): Record<string, string> {
  const { header, scheme } = providers[provider].auth
  return secret === '' ? {} : { [header.toLowerCase()]: scheme ? `${scheme} ${secret}` : secret }
}

/** @returns null when the probe does not exist here, the record names a host that is not the provider's, or whose key it is is open. */
export function requestFor(key: KeyToAsk, probe: ProbeId, model?: string): ProbeRequest | null {
  const provider = providers[key.provider]
  const asked = probeOf(key.provider, probe)
  const base = baseUrlOf(key)
  if (!asked || base === null || !isProviderKnown(key)) return null
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...provider.headers,
    ...keyHeader(key),
  }
  const request: ProbeRequest = { url: base + asked.path, method: asked.method, headers }
  if (asked.method === 'POST') {
    headers['content-type'] = 'application/json'
    const named = asked.modelField && model !== undefined ? { [asked.modelField]: model } : {}
    request.body = JSON.stringify({ ...named, ...asked.body })
  }
  return request
}
