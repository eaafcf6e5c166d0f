/** What the key may do: its models, and for a restricted key its permissions. Both asked on the person's word, at no cost. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import type { Model } from '../../../providers/answers/models.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import type { Capabilities } from '../core/capabilities.ts'
import { MayTable } from './access-table.tsx'
import { ModelList } from './model-list.tsx'

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
