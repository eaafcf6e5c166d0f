/** One whole check of a key: is it taken, and is there money? What was learned on the side comes with it. */
import { combine } from '../../../providers/answers/causes.ts'
import { type Model, modelToAskWith, readModels } from '../../../providers/answers/models.ts'
import { providers } from '../../../providers/list.ts'
import type { KeyToAsk } from '../../../providers/request.ts'
import type { Evidence, ProbeId, Verdict } from '../../../providers/verdict.ts'
import { type Asked, type AskPorts, ask } from './ask.ts'

export type Checked = {
  verdict: Verdict
  /** What was asked now, and the last answer about money when that was not asked anew. */
  evidence: Evidence[]
  milliseconds: number
  /** The account that an answer named. */
  organization?: string
  project?: string
  /** When the provider says that the key expires (OpenRouter), ms since the epoch. */
  expiresAt?: number
  /** Models of the key's own list that are going away, the soonest first. */
  leaving?: Model[]
  /** The request that cannot succeed did: no such question must ever be asked again. */
  spendAnswered?: true
  /** How far this computer's clock is ahead of OpenAI's, in ms; 0: not worth a word; undefined: not told. */
  clockAhead: number | undefined
}

export type CheckOptions = { askMoney: boolean; earlier?: readonly Evidence[] }

export async function check(ports: AskPorts, key: KeyToAsk, options: CheckOptions): Promise<Checked> {
  const provider = providers[key.provider]
  const first: ProbeId = (key.kind && provider.probeFor?.[key.kind]) ?? 'models'
  const asked = await ask(ports, key, first)
  const evidence = [asked.evidence]
  const models =
    first === 'models' && asked.evidence.cause === 'ok' ? readModels(asked.answered?.body ?? '') : []
  // A key that may not read the list can still be asked about money: the body is refused whatever model it names.
  const model =
    modelToAskWith(models) ?? (asked.evidence.cause === 'missing_scope' ? 'gpt-4o-mini' : undefined)
  const result: Partial<Checked> = {}

  const tellsMoney =
    first === 'models' && provider.probes.spend !== undefined && asked.evidence.key === 'accepted'
  if (tellsMoney && options.askMoney && model !== undefined) {
    const spend = await ask(ports, key, 'spend', { model })
    evidence.push(spend.evidence)
    if (spend.evidence.status !== undefined && spend.evidence.status < 300 && spend.evidence.cause === 'ok')
      result.spendAnswered = true
    Object.assign(result, onTheSide(spend, key))
  } else if (tellsMoney && ['ok', 'missing_scope'].includes(asked.evidence.cause)) {
    const earlier = options.earlier?.find(one => one.probe === 'spend' && one.key === 'accepted')
    if (earlier) evidence.push(earlier)
  }

  const leaving = models
    .filter(one => Date.parse(`${one.shutdownDate}`) > ports.now() - 86_400_000)
    .sort((a, b) => (`${a.shutdownDate}` < `${b.shutdownDate}` ? -1 : 1))
  return {
    verdict: combine(evidence.map(verdictOnly)),
    evidence,
    milliseconds: asked.evidence.milliseconds,
    ...onTheSide(asked, key),
    ...result,
    ...(models.length > 0 && { leaving }),
    clockAhead: clock(asked, key, ports.now()),
  }
}

function verdictOnly(evidence: Evidence): Verdict {
  const { probe: _, at: __, status: ___, milliseconds: ____, ...verdict } = evidence
  return verdict
}

const named = (value: string | undefined): string | undefined =>
  value !== undefined && /^[\w.-]{1,80}$/.test(value) ? value : undefined

/** Who the key is of is OpenAI's to say, of its own keys: checks of one account wait for each other. */
function onTheSide({ answered, evidence }: Asked, { provider }: KeyToAsk): Partial<Checked> {
  const own = provider === 'openai' ? answered?.headers : undefined
  const organization = named(own?.['openai-organization'])
  const project = named(own?.['openai-project'])
  const expires =
    evidence.cause === 'ok'
      ? /"expires_at"\s*:\s*"(\d{4}-[^"]{5,40})"/.exec(answered?.body.slice(0, 4000) ?? '')?.[1]
      : undefined
  const expiresAt = expires === undefined ? Number.NaN : Date.parse(expires)
  return {
    ...(organization !== undefined && { organization }),
    ...(project !== undefined && { project }),
    ...(expiresAt > 0 && { expiresAt }),
  }
}

/** OpenAI's alone: by it the hours of its calls are read, and any other server could move them. */
function clock({ answered, evidence }: Asked, { provider }: KeyToAsk, now: number): number | undefined {
  if (provider !== 'openai') return undefined
  const ahead = now - Date.parse(answered?.headers.date ?? '')
  if (Number.isNaN(ahead) || evidence.key === 'unknown') return undefined
  return Math.abs(ahead) > 5 * 60_000 ? ahead : 0
}
