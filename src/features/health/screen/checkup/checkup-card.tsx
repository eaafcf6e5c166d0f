/** What the check-up says, in short: the worst findings, each a way to its keys. */
import { plural, t } from '../../../../i18n/t.ts'
import type { Finding } from '../../core/checkup.ts'
import { FindingIcon, weightWords } from './finding-icon.tsx'

const most = 4

/** @param count of all, where not all of them are to be listed */
export function CheckupCard({ findings, count }: { findings: readonly Finding[]; count: number }) {
  return (
    <section className="panel-box stack" aria-labelledby="checkup" data-keyway="checkup-card">
      <div className="cluster ends">
        <h2 id="checkup">{t('Check-up')}</h2>
        <a href="#checkup">{plural({ one: 'One suggestion', other: 'All {count} suggestions' }, count)}</a>
      </div>
      <ul className="checkup-list">
        {findings.slice(0, most).map(({ id, weight, title, keys }) => (
          <li key={id}>
            <FindingIcon weight={weight} />
            <a className="plain-link" href={keys.length > 0 ? `#keys?finding=${id}` : '#checkup'}>
              {title}
              <span className="visually-hidden">, {weightWords[weight]}</span>
            </a>
            {keys.length > 0 && (
              <span className="small quiet">
                {plural({ one: '{count} key', other: '{count} keys' }, keys.length)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
