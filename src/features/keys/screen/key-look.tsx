/** A key's verdict with the reason, its facts, and the ways to hand it on. */

import { useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { go } from '../../../ui/route.ts'
import { useSession } from '../../../ui/use-session.ts'
import { isServer } from '../../capture/screen/local-server.tsx'
import { formats } from '../../copy/core/formats.ts'
import { CopyButton } from '../../copy/screen/copy.tsx'
import { CopyNote } from '../../copy/screen/copy-note.tsx'
import { Reveal } from '../../copy/screen/hold-to-show.tsx'
import { ProveDead } from '../../health/screen/confirm-revoked.tsx'
import { Evidence } from '../../health/screen/evidence.tsx'
import { Mend } from '../../health/screen/fix-line.tsx'
import { VerdictBadge } from '../../health/screen/status.tsx'
import { TestFailure } from '../../health/screen/test-failure.tsx'
import { Trouble } from '../../health/screen/trouble.tsx'
import { Due } from './due.tsx'
import { KeyFacts } from './key-facts.tsx'
import { RemoveKey } from './remove-key.tsx'
import { noteRemoved } from './removed.ts'

export function KeyLook({ row }: { row: KeyRow }) {
  const running = useSession('checks')?.running.includes(row.id) ?? false
  const copy = useSession('copy')
  const [format, setFormat] = useState('bare')
  const [removing, setRemoving] = useState(false)
  const test = useAction(() => send('screen.test', { id: row.id }))
  return (
    <div className="stack loose">
      <section className="panel-box stack" aria-label={t('Status')}>
        <div className="cluster ends">
          <span className="cluster">
            <VerdictBadge verdict={row.verdict} of={row} running={running} />
            <span className="quiet small">
              {row.verdict && t('checked {ago}', { ago: ago(row.verdict.at) })}
            </span>
          </span>
          <button
            type="button"
            className="button"
            data-keyway="test"
            aria-disabled={running || test.busy}
            onClick={() => void test.run()}
          >
            {t('Test now')}
          </button>
        </div>
        <Mend row={row} />
        <Trouble row={row} />
        <Due row={row} />
        {row.verdict && <Evidence verdict={row.verdict} />}
        <TestFailure row={row} test={test} />
      </section>
      <section className="panel-box stack" aria-labelledby="hand-on">
        <h2 id="hand-on">{t('Use it')}</h2>
        <div className="cluster">
          <select
            aria-label={t('Copy as')}
            className="narrow-select"
            value={format}
            onChange={event => setFormat(event.currentTarget.value)}
          >
            {Object.entries(formats).map(([id, words]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
          <CopyButton row={row} copied={copy?.keyId === row.id} format={format} />
          <Reveal row={row} />
        </div>
        <CopyNote />
        <p className="small quiet">
          {rich(
            t(
              'Windows and some clipboard programs keep a history of what is copied, which no extension can empty. {putInProject} goes around the clipboard.',
            ),
            { putInProject: <a href={`#keys/${row.id}/project`}>{t('Put it in my project')}</a> },
          )}
        </p>
        <p className="small quiet">
          {t(
            'Somebody else needs a key? Make them their own: then each can be limited and taken back by itself.',
          )}
        </p>
      </section>
      <section className="panel-box stack" aria-label={t('Facts')}>
        <KeyFacts row={row} />
      </section>
      <section className="stack" aria-label={t('End of this key')}>
        {!isServer(row.provider) && <ProveDead row={row} />}
        {removing ? (
          <div className="panel-box">
            <RemoveKey
              row={row}
              onKeep={() => setRemoving(false)}
              onRemoved={until => {
                noteRemoved({ ids: [row.id], label: row.label, until })
                go('keys')
              }}
            />
          </div>
        ) : (
          <div>
            <button type="button" className="button plain danger" onClick={() => setRemoving(true)}>
              {t('Delete this key')}
            </button>
          </div>
        )}
      </section>
    </div>
  )
}
