/** What the leak scan found, where, and what to do about each. Masks only. */
import { plural, t } from '../../../../i18n/t.ts'
import { day } from '../../../../i18n/time.ts'
import { providerName } from '../../../../providers/provider-names.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { advice, type Found, placeOf } from '../../core/scan.ts'

/** Without the key: what may stay on the screen. */
export type Hit = Omit<Found, 'key'> & {
  ignored: boolean | undefined
  /** In the history: the first commit that holds it, if one could be read. */
  history?: { commit: { id: string; at: number } | undefined }
  inVault: { id: string; label: string } | null
}
export type Result = { hits: Hit[]; words: string; remarks: string[] }

export function ScanHits({ hits, words, remarks }: Result) {
  const notices = remarks.map(remark => (
    <Notice key={remark} tone="needs">
      {remark}
    </Notice>
  ))
  if (hits.length === 0)
    return (
      <>
        <Notice tone="works" live>
          {words} {t('No key was found.')}
        </Notice>
        {notices}
      </>
    )
  return (
    <section className="stack" aria-label={t('What was found')}>
      <p role="status">
        {words} {plural({ one: 'One key was found.', other: '{count} keys were found.' }, hits.length)}
      </p>
      {notices}
      <ul className="stack">
        {hits.map(hit => (
          <HitLine key={`${hit.file}:${hit.line}:${hit.mask}:${hit.history?.commit?.id}`} hit={hit} />
        ))}
      </ul>
    </section>
  )
}

function HitLine({ hit }: { hit: Hit }) {
  const place = hit.history ? 'history' : placeOf(hit.file, hit.ignored)
  return (
    <li className="panel-box stack tight" data-place={place}>
      <div className="cluster">
        <code>{hit.mask}</code>
        <span className="tag">{hit.provider ? providerName(hit.provider) : t('Unknown provider')}</span>
        {hit.inVault !== null && (
          <span className="tag">{t('yours: {inVault}', { inVault: hit.inVault.label })}</span>
        )}
        <span className="quiet small">
          {hit.file
            ? t('{file}, line {line}', { file: hit.file, line: hit.line })
            : t('line {line}', { line: hit.line })}
          {hit.history?.commit &&
            t(' · commit {commit} of {day}', {
              commit: hit.history.commit.id.slice(0, 7),
              day: day(hit.history.commit.at),
            })}
          {hit.history && !hit.history.commit && t(' · in no commit that could be read')}
        </span>
      </div>
      <p className={place === 'ignored' ? 'quiet' : undefined}>{advice[place]}</p>
      <div className="cluster">
        {place !== 'ignored' && hit.provider === 'openai' && (
          <button
            type="button"
            className="button"
            onClick={() => void guideMe('key-compromised', hit.inVault?.id)}
          >
            {t('It was published: what now?')}
          </button>
        )}
        {hit.inVault !== null && <a href={`#keys/${hit.inVault.id}`}>{t('Open this key')}</a>}
      </div>
    </li>
  )
}
