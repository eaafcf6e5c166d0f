/** A copied key's countdown: how long the clipboard still holds it, and how to empty it now. */

import { useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { ask } from '../../../platform/screen/ask-permission.ts'
import { send } from '../../../platform/send.ts'
import { useNow } from '../../../ui/clock.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'

export function Countdown() {
  const copy = useSession('copy')
  const rows = useSavedKeys()
  const now = useNow(500, copy != null)
  const [length, setLength] = useState({ id: '', most: 1 })
  if (!copy || copy.until <= now) return null
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
        <Button onPress={() => send('screen.clearClipboard', {})}>{t("I've pasted it")}</Button>
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
