/** The leak scan: keys in a folder, or in a text before it is sent, in groups by what to do. Nothing leaves the computer. */

import { useId, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import { digestOf, newSalt } from '../../copy/core/digest.ts'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { advice, type Found, findKeys, type Place, placeNames, placeOf } from '../core/scan.ts'
import { pickFolder } from './project-folder.ts'
import { mostHits, scanFolder } from './scan-folder.ts'

/** Without the key: what may stay on the screen. */
type Hit = Omit<Found, 'key'> & {
  ignored: boolean | undefined
  inVault: { id: string; label: string } | null
}
type Result = { hits: Hit[]; words: string }

export default function ScanPage(_: { rest: string[] }) {
  const [text, setText] = useState('')
  const [result, setResult] = useState<Result | null>(null)
  const folder = useAction(
    async () => {
      const picked = await pickFolder('read').catch(() => null)
      if (!picked) return { ok: true as const, result: null }
      try {
        const { found, files, cut } = await scanFolder(picked, AbortSignal.timeout(60_000))
        const words = cut
          ? plural(
              {
                one: 'One file in “{name}” was read; the rest of the folder was left out.',
                other: '{count} files in “{name}” were read; the rest of the folder was left out.',
              },
              files,
              { name: picked.name },
            )
          : plural(
              { one: 'One file in “{name}” was read.', other: '{count} files in “{name}” were read.' },
              files,
              { name: picked.name },
            )
        return { ok: true as const, result: await compared(found, words) }
      } catch {
        return {
          ok: false as const,
          code: 'unreadable',
          message: t('That folder could not be read to its end.'),
        }
      }
    },
    reply => setResult(reply.result),
  )
  const paste = useAction(
    async () => {
      const found = findKeys(text).map(one => ({ ...one, ignored: undefined }))
      return { ok: true as const, result: await compared(found, t('The text was read.')) }
    },
    reply => {
      setText('')
      setResult(reply.result)
    },
  )
  return (
    <>
      <Title>{t('Leak scan')}</Title>
      <div className="stack narrow">
        <p>
          {t(
            'Before you publish a folder or send a text: are there keys in it, yours or anybody’s? Keyway reads it here, on your computer, and keeps nothing.',
          )}
        </p>
        <div>
          <button
            type="button"
            className="button main"
            aria-disabled={folder.busy}
            onClick={() => void folder.run()}
          >
            {folder.busy ? t('Reading…') : t('Pick a folder')}
          </button>
        </div>
        <form
          className="stack tight"
          onSubmit={event => {
            event.preventDefault()
            if (text !== '') void paste.run()
          }}
        >
          <label className="field">
            <span>{t('Or paste a text')}</span>
            <textarea
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
            />
          </label>
          <div>
            <button type="submit" className="button" aria-disabled={text === ''}>
              {t('Look through it')}
            </button>
          </div>
        </form>
        <FailureNotice failure={folder.failure ?? paste.failure} />
      </div>
      {result && <Hits {...result} />}
    </>
  )
}

function Hits({ hits, words }: Result) {
  if (hits.length === 0)
    return (
      <Notice tone="works" live>
        {words} {t('No key was found.')}
      </Notice>
    )
  return (
    <section className="stack" aria-label={t('What was found')}>
      <p role="status">
        {words} {plural({ one: 'One key was found.', other: '{count} keys were found.' }, hits.length)}
      </p>
      {places.map(place => {
        const here = hits.filter(hit => placeOf(hit.file, hit.ignored) === place)
        return here.length > 0 && <InPlace key={place} place={place} hits={here} />
      })}
    </section>
  )
}

/** What is to be done comes first. */
const places: Place[] = ['code', 'env', 'pasted', 'ignored']

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
          <li key={`${hit.file}:${hit.line}:${hit.mask}`} className="list-line" data-place={place}>
            <div className="line-words">
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
              </span>
            </div>
            {place !== 'ignored' && hit.provider === 'openai' && (
              <div className="line-act">
                <button
                  type="button"
                  className="button"
                  onClick={() => void guideMe('key-compromised', hit.inVault?.id)}
                >
                  {t('It was published: what now?')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which of these does the vault hold? Digests travel, no key; then the keys are dropped. */
async function compared(found: (Found & { ignored: boolean | undefined })[], words: string): Promise<Result> {
  const listed = found.slice(0, mostHits)
  const salt = newSalt(bytes => crypto.getRandomValues(new Uint8Array(bytes)))
  const digests = await Promise.all(listed.map(({ key }) => digestOf(key, salt)))
  const known = await send('screen.findDuplicates', { salt, digests })
  const keys = known.ok ? known.keys : []
  return {
    words:
      found.length < mostHits
        ? words
        : `${words} ${plural({ one: 'There are more: only the first key is listed.', other: 'There are more: only the first {count} keys are listed.' }, mostHits)}`,
    hits: listed.map(({ key: _, ...hit }, index) => ({ ...hit, inVault: keys[index] ?? null })),
  }
}
