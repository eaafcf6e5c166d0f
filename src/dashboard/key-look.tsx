/** A key's verdict with the reason, its facts, and the ways to hand it on. */

import { useState } from 'react'
import { formats } from '../clipboard/formats.ts'
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { t } from '../extension/texts.ts'
import { useAction } from '../ui/action.ts'
import { CopyButton } from '../ui/copy.tsx'
import { CopyNote } from '../ui/copy-note.tsx'
import { Due } from '../ui/due.tsx'
import { Evidence } from '../ui/evidence.tsx'
import { KeyFacts } from '../ui/key-facts.tsx'
import { isServer } from '../ui/local-server.tsx'
import { Mend } from '../ui/mend.tsx'
import { ProveDead } from '../ui/prove-dead.tsx'
import { RemoveKey } from '../ui/remove-key.tsx'
import { Reveal } from '../ui/reveal.tsx'
import { rich } from '../ui/rich.tsx'
import { useSession } from '../ui/session.ts'
import { TestFailure } from '../ui/test-failure.tsx'
import { ago } from '../ui/time.ts'
import { Trouble } from '../ui/trouble.tsx'
import { VerdictBadge } from '../ui/verdict.tsx'
import { noteRemoved } from './removed.ts'
import { go } from './route.ts'

export function KeyLook({ row }: { row: KeyRow }) {
  const running = useSession('checks')?.running.includes(row.id) ?? false
  const copy = useSession('copy')
  const [format, setFormat] = useState('bare')
  const [removing, setRemoving] = useState(false)
  const test = useAction(() => send('screen.test', { id: row.id }))
  return (
    <div className="stack loose">
      <section className="panel-box stack" aria-label={t('Verdict')}>
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
              'Windows and some clipboard programs keep a history of what is copied, which no extension can empty. {link} goes around the clipboard.',
            ),
            { link: <a href={`#keys/${row.id}/project`}>{t('Put it in my project')}</a> },
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
                noteRemoved({ id: row.id, label: row.label, until })
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
