/** What the clipboard may still hold: a copied key's countdown, or that it could not be emptied, and how to empty it now. */

import { useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { ask } from '../../../platform/screen/ask-permission.ts'
import { send } from '../../../platform/send.ts'
import type { SessionItems } from '../../../protocol/storage-keys.ts'
import { useAction } from '../../../ui/action.ts'
import { useNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'

/** Nothing while the clipboard holds nothing of ours. */
export function ClipboardState() {
  const copy = useSession('copy')
  const note = useSession('clipboardNote')
  const now = useNow(500, copy != null)
  const clear = useAction(() => send('screen.clearClipboard', {}))
  if (copy && copy.until > now) return <Countdown copy={copy} now={now} onPasted={clear.run} />
  const words = note?.text ?? clear.failure?.message
  if (words === undefined) return null
  return (
    <div role="alert">
      <Notice
        tone="needs"
        action={
          <Button data-keyway="clear-clipboard" isBusy={clear.busy} onPress={clear.run}>
            {t('Clear now')}
          </Button>
        }
      >
        {words}
      </Notice>
    </div>
  )
}

type Props = { copy: NonNullable<SessionItems['copy']>; now: number; onPasted: () => void }

function Countdown({ copy, now, onPasted }: Props) {
  const rows = useSavedKeys()
  const [length, setLength] = useState({ id: '', most: 1 })
  const left = Math.ceil((copy.until - now) / 1000)
  const key = `${copy.keyId}${copy.until}`
  if (length.id !== key) setLength({ id: key, most: left })
  const label = rows.find(row => row.id === copy.keyId)?.label
  return (
    <section className="countdown stack tight" aria-label={t('Clipboard')}>
      <div className="cluster ends">
        <span role="timer">
          {t('On the clipboard for')} <span className="mono">{t('{seconds} s', { seconds: left })}</span>
          {label && <strong className="what">{label}</strong>}
        </span>
        <Button onPress={onPasted}>{t('I’ve pasted it')}</Button>
      </div>
      <div className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, (left / length.most) * 100)}%` }} />
      </div>
      {!copy.canCompare && (
        <p className="small quiet">
          {rich(t('Then the clipboard is emptied, whatever it holds. {lookFirst} and clear only this key.'), {
            lookFirst: (
              <Button className="link small" onPress={() => ask({ permissions: ['clipboardRead'] })}>
                {t('Let Keyway look first')}
              </Button>
            ),
          })}
        </p>
      )}
    </section>
  )
}
