/** The report on a restricted key: each area with its answer in words, and the evidence. */
import Ban from 'lucide-react/icons/ban'
import Check from 'lucide-react/icons/circle-check'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import type { Capabilities } from '../health/capabilities.ts'
import { Notice } from '../ui/notice.tsx'
import { moment } from '../ui/time.ts'

const answers = {
  granted: { Icon: Check, tone: 'tone-works', words: 'Yes' },
  denied: { Icon: Ban, tone: 'tone-needs', words: 'No' },
  cannot_tell: { Icon: CircleHelp, tone: 'quiet', words: 'Can\u2019t tell' },
} as const

export function MayTable({ report }: { report: Capabilities }) {
  const { capabilities, limits, stopped } = report
  return (
    <div className="stack">
      {stopped && <Notice tone="needs">{stopped}</Notice>}
      <table className="may">
        <caption className="visually-hidden">Permissions, asked {moment(report.at)}</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Right</th>
            <th scope="col">May it?</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {capabilities.map(({ area, right, answer, evidence }) => {
            const { Icon, tone, words } = answers[answer]
            return (
              <tr key={`${area} ${right}`}>
                <th scope="row">{area}</th>
                <td>{right}</td>
                <td className={tone}>
                  <span className="verdict">
                    <Icon size={15} aria-hidden="true" />
                    {words}
                  </span>
                </td>
                <td className="small quiet">
                  {evidence.status !== undefined && `HTTP ${evidence.status} `}
                  {evidence.cause.replaceAll('_', ' ')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {limits && (
        <p className="small quiet">
          Limits of the model that was asked with:{' '}
          {[
            limits.requestsPerMinute !== undefined && `${limits.requestsPerMinute} requests a minute`,
            limits.tokensPerMinute !== undefined && `${limits.tokensPerMinute} tokens a minute`,
          ]
            .filter(Boolean)
            .join(', ')}
          .
        </p>
      )}
    </div>
  )
}
