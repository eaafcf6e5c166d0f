/** What a restricted key may do: asked only on the person's word, by requests that cannot succeed. */

import { t } from '../../../i18n/t.ts'
import { providers } from '../../../providers/list.ts'
import type { KeyToAsk } from '../../../providers/request.ts'
import { type ScopeProbe, scopeProbes } from '../../../providers/scopes.ts'
import type { Evidence, ProbeId } from '../../../providers/verdict.ts'
import { type AskPorts, ask } from './ask.ts'

export type Capability = Pick<ScopeProbe, 'area' | 'right'> & {
  answer: 'granted' | 'denied' | 'cannot_tell'
  evidence: Evidence
}

export type Limits = { requestsPerMinute?: number; tokensPerMinute?: number }
export type Capabilities = {
  at: number
  capabilities: Capability[]
  limits?: Limits
  stopped?: string
  answered?: true
}

/** One after the other. Stops when an answer says that going on would be useless or harmful. */
export async function capabilities(ports: AskPorts, key: KeyToAsk): Promise<Capabilities> {
  const result: Capabilities = { at: ports.now(), capabilities: [] }
  if (!providers[key.provider].probes.spend)
    return { ...result, stopped: t('This provider’s keys have no separate permissions.') }
  for (const [probe, { area, right }] of Object.entries(scopeProbes) as [ProbeId, ScopeProbe][]) {
    const { evidence, answered } = await ask(ports, key, probe)
    const { cause, status = 0 } = evidence
    const posted = probe.endsWith('write') || probe.endsWith('request')
    const answer = cause === 'ok' ? 'granted' : cause === 'missing_scope' ? 'denied' : 'cannot_tell'
    result.capabilities.push({ area, right, answer, evidence })
    const limits = readLimits(answered?.headers ?? {})
    if (limits) result.limits = limits
    if (posted && status >= 200 && status < 300 && cause === 'ok')
      return {
        ...result,
        answered: true,
        stopped: t('A request that should have been refused was answered. Keyway has stopped asking.'),
      }
    if (evidence.key === 'rejected' || cause === 'region_blocked' || cause === 'malformed_key')
      return { ...result, stopped: t('The provider does not take this key here, so nothing more was asked.') }
  }
  return result
}

/** Limits of the model that was asked with, where headers tell. */
function readLimits(headers: Readonly<Record<string, string>>): Limits | undefined {
  const read = (name: string) => (/^\d{1,12}$/.test(headers[name] ?? '') ? Number(headers[name]) : undefined)
  const requestsPerMinute = read('x-ratelimit-limit-requests')
  const tokensPerMinute = read('x-ratelimit-limit-tokens')
  if (requestsPerMinute === undefined && tokensPerMinute === undefined) return undefined
  return {
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(tokensPerMinute !== undefined && { tokensPerMinute }),
  }
}
