/** What an import would bring: chosen by the person, nothing written before "Import". Masked. */

import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { type Candidate, type Preview, ready } from '../core/import-preview.ts'
import { ImportColumns } from './import-columns.tsx'

type Props = { preview: Preview; onDone: (count: number, tested: number) => void; onLeave: () => void }

export function ImportList({ preview, onDone, onLeave }: Props) {
  const { candidates, problems, leftAlone = 0 } = preview
  const lines = candidates.map((each, index) => ({ each, index, id: `line-${index}` }))
  const [left, setLeft] = useState(
    () => new Set(candidates.flatMap((each, index) => (each.duplicateOf === undefined ? [] : [index]))),
  )
  const [providers, setProviders] = useState<ReadonlyMap<Candidate, ProviderId>>(
    () => new Map(candidates.flatMap(each => (each.suggested ? [[each, each.suggested]] : []))),
  )
  const [environments, setEnvironments] = useState<ReadonlyMap<Candidate, string>>(new Map())
  const wanted = candidates.filter((_, index) => !left.has(index))
  const chosen = ready(wanted, providers, environments)
  const open = wanted.length - chosen.length
  const bring = useAction(
    () => send('screen.import', { records: chosen }),
    reply => onDone(reply.count, chosen.filter(key => !isKeptOnly(key)).length),
  )
  return (
    <section className="stack" aria-label={t('What would be imported')}>
      {candidates.length === 0 && <Notice tone="needs">{t('No key was found in it.')}</Notice>}
      {candidates.length > 0 && candidates.every(each => each.duplicateOf !== undefined) && (
        <Notice>{t('Every key in it is in your vault already. There is nothing to import.')}</Notice>
      )}
      {candidates.length > 0 && (
        <ul className="import-list">
          {candidates.length > 1 && (
            <li className="import-line import-head">
              <label className="import-choice">
                <input
                  type="checkbox"
                  data-keyway="select-all"
                  checked={left.size === 0}
                  ref={box => {
                    if (box) box.indeterminate = left.size > 0 && left.size < candidates.length
                  }}
                  onChange={event =>
                    setLeft(event.currentTarget.checked ? new Set() : new Set(candidates.keys()))
                  }
                />
                <span>
                  {t('All keys')}{' '}
                  <span className="quiet">
                    {plural(
                      { one: '{chosen} of {count} chosen', other: '{chosen} of {count} chosen' },
                      candidates.length,
                      { chosen: wanted.length },
                    )}
                  </span>
                </span>
              </label>
              <span className="import-columns" aria-hidden="true">
                <span>{t('Provider')}</span>
                <span>{t('Environment')}</span>
              </span>
            </li>
          )}
          {lines.map(({ each, index, id }) => (
            <li key={id} className="import-line">
              <label className="import-choice">
                <input
                  type="checkbox"
                  checked={!left.has(index)}
                  onChange={event => {
                    const next = new Set(left)
                    if (event.currentTarget.checked) next.delete(index)
                    else next.add(index)
                    setLeft(next)
                  }}
                />
                <span className="stack tight">
                  <span className="import-name">
                    <strong>{each.key.label}</strong> <code className="quiet">{each.mask}</code>
                  </span>
                  {each.lookAlikes && (
                    <span className="small tone-needs">
                      {t('This name mixes letters of two alphabets that look alike.')}
                    </span>
                  )}
                  {each.duplicateOf !== undefined && (
                    <span className="small quiet">
                      {t('The same key is there already: “{label}”.', { label: each.duplicateOf })}
                    </span>
                  )}
                  {each.key.baseUrl !== undefined && (
                    <span className="small quiet">
                      {t('Asked at {address}', { address: each.key.baseUrl })}
                    </span>
                  )}
                  {each.key.provider === undefined && each.question && (
                    <span className="small quiet">{each.question}</span>
                  )}
                  {each.problem && <span className="small tone-needs">{each.problem}</span>}
                </span>
              </label>
              <ImportColumns
                candidate={each}
                provider={providers.get(each) ?? each.key.provider}
                environment={environments.get(each) ?? each.key.environment ?? ''}
                onProvider={provider => setProviders(new Map(providers).set(each, provider))}
                onEnvironment={name => setEnvironments(new Map(environments).set(each, name))}
              />
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <details>
          <summary>
            {plural({ one: 'One line was left out', other: '{count} lines were left out' }, problems.length)}
          </summary>
          <ul className="dots-list small">
            {problems.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {open > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: 'One key has no provider. Choose one to import it.',
              other: '{count} keys have no provider. Choose one to import them.',
            },
            open,
          )}
        </Notice>
      )}
      {leftAlone > 0 && (
        <p className="small quiet">
          {plural(
            {
              one: 'One other entry was left alone. Keyway keeps nothing of it.',
              other: '{count} other entries were left alone. Keyway keeps nothing of them.',
            },
            leftAlone,
          )}
        </p>
      )}
      <FailureNotice failure={bring.failure} />
      <div className="cluster import-end">
        {candidates.length > 0 && (
          <Button
            className="button main"
            data-keyway="import"
            disabled={chosen.length === 0}
            isBusy={bring.busy}
            onPress={bring.run}
          >
            {bring.busy
              ? t('Importing…')
              : plural({ one: 'Import one key', other: 'Import {count} keys' }, chosen.length)}
          </Button>
        )}
        <Button className="button plain" isBusy={bring.busy} onPress={onLeave}>
          {t('Cancel')}
        </Button>
      </div>
    </section>
  )
}
