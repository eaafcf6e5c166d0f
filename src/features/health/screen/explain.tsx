/** "Paste the error your program shows": the cause, the fix and the guide. Nothing of it is kept. */

import { useDeferredValue, useMemo, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../ui/action.ts'
import { BackBar } from '../../../ui/back-bar.tsx'
import { useFocusFirst } from '../../../ui/focus/focus-first.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { TextArea } from '../../../ui/pieces/text-field.tsx'
import { useWindowEvent } from '../../../ui/pieces/use-window-event.ts'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { explain } from '../core/explain-error.ts'
import { presentStatus } from '../core/present-status.ts'
import { VerdictBadge } from './status.tsx'

/** What a program says: in English in every tongue. */
const example = "Error code: 401 - {'error': …"

/** @param initial what was pasted elsewhere already */
export default function Explain({ onDone, initial }: { onDone: () => void; initial?: string }) {
  return (
    <div className="stack">
      <BackBar title={t('Explain an error')} onBack={onDone} />
      <ExplainForm initial={initial} />
    </div>
  )
}

export function ExplainForm({ initial = '' }: { initial?: string | undefined }) {
  const [text, setText] = useState(initial)
  const field = useFocusFirst<HTMLTextAreaElement>()
  useWindowEvent('pagehide', () => setText(''))
  const later = useDeferredValue(text)
  return (
    <div className="stack">
      <TextArea
        label={t('Paste what your program shows')}
        ref={field}
        rows={5}
        placeholder={example}
        value={text}
        onText={setText}
      >
        <span className="hint">{t('It is read here, and neither kept nor sent anywhere.')}</span>
      </TextArea>
      <div role="status" className="stack">
        {later.trim() !== '' && <Answer text={later} />}
      </div>
    </div>
  )
}

function Answer({ text }: { text: string }) {
  const rows = useSavedKeys()
  const { mistake, verdict, keyId, which, provider } = useMemo(
    () => explain(text.slice(0, 50_000), rows),
    [text, rows],
  )
  const start = useAction((guide: string) => guideMe(guide, keyId, verdict?.cause))
  const words = verdict && presentStatus(verdict, { provider })
  const guide = mistake?.guide ?? words?.guide
  return (
    <>
      {mistake && (
        <section className="stack tight">
          <h2>{mistake.title}</h2>
          <p>{mistake.means}</p>
          <ul className="dots-list">
            {mistake.todo.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {words && (
        <section className="stack tight">
          <VerdictBadge verdict={verdict} of={{ provider }} />
          <p>
            {words.sentence} {words.fix}
          </p>
        </section>
      )}
      {which && <p>{which}</p>}
      {!mistake && !verdict && (
        <Notice>
          {t(
            'Keyway does not know this one. Paste the lines around it too, where a number like 401 or the word “error” stands.',
          )}
        </Notice>
      )}
      {guide && (
        <Button className="button main" onPress={() => start.run(guide)}>
          {t('Show me how to fix it')}
        </Button>
      )}
      <FailureNotice failure={start.failure} />
    </>
  )
}
