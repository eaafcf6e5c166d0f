/** What the leak scan found, where, and what to do about each. Masks only. */
import { useId } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { day } from '../../../../i18n/time.ts'
import { providerName } from '../../../../providers/provider-names.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { advice, type Found, type Place, placeNames, placeOf } from '../../core/scan.ts'

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
      {places.map(place => {
        const here = hits.filter(hit => whereIs(hit) === place)
        return here.length > 0 && <InPlace key={place} place={place} hits={here} />
      })}
    </section>
  )
}

/** What is to be done comes first. */
const places: Place[] = ['code', 'env', 'history', 'pasted', 'ignored']

const whereIs = (hit: Hit): Place => (hit.history ? 'history' : placeOf(hit.file, hit.ignored))

/** What to do, said once; under it a line for each key. */
function InPlace({ place, hits }: { place: Place; hits: Hit[] }) {
  const id = useId()
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h2 id={id}>
        {placeNames[place]} <span className="quiet">({hits.length})</span>
      </h2>
      <p className={place === 'ignored' ? 'small quiet' : 'small'}>{advice[place]}</p>
      <ul className="rows-list">
        {hits.map(hit => (
          <HitLine key={`${hit.file}:${hit.line}:${hit.mask}:${hit.history?.commit?.id}`} hit={hit} />
        ))}
      </ul>
    </section>
  )
}

function HitLine({ hit }: { hit: Hit }) {
  const place = whereIs(hit)
  return (
    <li className="list-line" data-place={place}>
      <div className="line-words hit-words">
        <span className="cluster">
          <code>{hit.mask}</code>
          <span className="quiet small">
            {hit.provider ? providerName(hit.provider) : t('Unknown provider')}
          </span>
          {hit.inVault !== null && (
            <a className="small" href={`#keys/${hit.inVault.id}`}>
              {t('yours: {inVault}', { inVault: hit.inVault.label })}
            </a>
          )}
        </span>
        <span className="quiet small line-place">
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
      {place !== 'ignored' && hit.provider === 'openai' && (
        <div className="line-act">
          <Button onPress={() => guideMe('key-compromised', hit.inVault?.id)}>
            {t('It was published: what now?')}
          </Button>
        </div>
      )}
    </li>
  )
}
