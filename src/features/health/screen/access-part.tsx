/** What the key may do: its models, and for a restricted key its permissions. Both asked on the person's word, at no cost. */
import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import type { Model } from '../../../providers/answers/models.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SearchField } from '../../../ui/pieces/search-field.tsx'
import type { Capabilities } from '../core/capabilities.ts'
import { MayTable } from './access-table.tsx'

export default function MayPart({ row }: { row: KeyRow }) {
  const [models, setModels] = useState<Model[] | null>(null)
  const [report, setReport] = useState<Capabilities | null>(null)
  const askModels = useAction(
    () => send('screen.models', { id: row.id }),
    reply => setModels(reply.models),
  )
  const askRights = useAction(
    () => send('screen.capabilities', { id: row.id }),
    reply => setReport(reply.report),
  )
  return (
    <div className="stack">
      <section className="panel-box stack" aria-labelledby="models">
        <div className="cluster ends">
          <h2 id="models">{t('Models it may use')}</h2>
          <Button isBusy={askModels.busy} onPress={askModels.run}>
            {askModels.busy ? t('Reading…') : t('List models')}
          </Button>
        </div>
        <FailureNotice failure={askModels.failure} />
        {models && <ModelList models={models} />}
      </section>
      {row.provider === 'openai' && (
        <section className="panel-box stack" aria-labelledby="rights">
          <div className="cluster ends">
            <h2 id="rights">{t('Permissions')}</h2>
            <Button isBusy={askRights.busy} onPress={askRights.run}>
              {askRights.busy ? t('Checking permissions, one after another…') : t('Check permissions')}
            </Button>
          </div>
          <p className="small quiet">
            {t('Keyway sends about twenty requests. They change nothing and cost nothing.')}
          </p>
          <FailureNotice failure={askRights.failure} />
          {report && <MayTable report={report} />}
        </section>
      )}
    </div>
  )
}

/** The models of one key; those that will be shut down first. */
export function ModelList({ models }: { models: Model[] }) {
  const [text, setText] = useState('')
  const ending = models.filter(model => model.shutdownDate !== undefined).length
  const shown = models
    .filter(model => model.id.includes(text.trim().toLowerCase()))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  if (models.length === 0) return <p>{t('The list is empty: this key may use no model.')}</p>
  return (
    <div className="stack">
      {ending > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: '{count} of these models will be shut down: the first below.',
              other: '{count} of these models will be shut down: the first below, the soonest on top.',
            },
            ending,
          )}
        </Notice>
      )}
      <SearchField
        label={t('Search models')}
        placeholder={plural({ one: 'Search 1 model', other: 'Search {count} models' }, models.length)}
        text={text}
        onText={setText}
      />
      <ul className="model-list mono">
        {shown.map(model => (
          <li key={model.id}>
            {model.id}
            {model.shutdownDate && (
              <span className="small tone-needs">
                {' '}
                {t('until {day}', { day: dayOf(model.shutdownDate) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What goes first, then by name. */
const placeOf = ({ id, shutdownDate = '9999' }: Model): string => `${shutdownDate} ${id}`
