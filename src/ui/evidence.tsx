/** "Why do you say so?": what was asked, what the provider answered, and how to name that answer to their support. */
import type { VerdictSeen } from '../extension/state.ts'
import { moment } from './time.ts'

const questions: Record<string, string> = {
  models: 'Is it taken?',
  spend: 'Is there money?',
  admin: 'May it manage?',
}

export function Evidence({ verdict }: { verdict: VerdictSeen }) {
  return (
    <details className="evidence">
      <summary className="small">Why do you say so?</summary>
      <dl className="facts small">
        <div>
          <dt>Asked</dt>
          <dd>{moment(verdict.at)}, at no cost</dd>
        </div>
        <div>
          <dt>So since</dt>
          <dd>{moment(verdict.since)}</dd>
        </div>
        {verdict.evidence?.map(one => (
          <div key={one.probe}>
            <dt>{questions[one.probe] ?? one.probe}</dt>
            <dd>
              {one.status === undefined ? 'no answer' : `HTTP ${one.status}`},{' '}
              {one.cause.replaceAll('_', ' ')}, {moment(one.at)}, {one.milliseconds} ms
            </dd>
          </div>
        ))}
        {verdict.says && (
          <div>
            <dt>Their words</dt>
            <dd>“{verdict.says}”</dd>
          </div>
        )}
        <div>
          <dt>Read as</dt>
          <dd>
            <code>{verdict.cause}</code>, key {verdict.key}, use {verdict.use}
          </dd>
        </div>
        {verdict.requestId && (
          <div>
            <dt>Request</dt>
            <dd>
              <code>{verdict.requestId}</code>
            </dd>
          </div>
        )}
        {verdict.lastGoodAt !== undefined && (
          <div>
            <dt>Last good</dt>
            <dd>{moment(verdict.lastGoodAt)}</dd>
          </div>
        )}
      </dl>
    </details>
  )
}
