/** The pull path: takes the key that the platform's page shows now, with no press in the page. Of several the person says which. */

import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { activeTabUrl } from '../../../platform/screen/own-window.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/use-session.ts'

/** Offered only while the platform is in front, unless `always`. */
export function TakeKey({ always = false }: { always?: boolean }) {
  const [there, setThere] = useState(always)
  const masks = useSession('shownKeys') ?? []
  useEffect(() => {
    if (always) return
    let gone = false
    void activeTabUrl().then(url => {
      if (!gone) setThere(url?.startsWith('https://platform.openai.com/') ?? false)
    })
    return () => {
      gone = true
    }
  }, [always])
  const take = useAction((mask?: string) => send('screen.takeKey', mask === undefined ? {} : { mask }))
  if (!there && masks.length === 0) return null
  return (
    <div className="stack tight">
      {masks.length > 0 && (
        <fieldset className="panel-box stack tight" data-keyway="which-key">
          <legend>{t('Which one is your key?')}</legend>
          <p className="small">
            {t(
              'Compare the last four characters with those on the page. An example in the page is not your key.',
            )}
          </p>
          {masks.map(mask => (
            <button
              key={mask}
              type="button"
              className="button"
              aria-disabled={take.busy}
              onClick={() => void take.run(mask)}
            >
              {t('Take {mask}', { mask })}
            </button>
          ))}
        </fieldset>
      )}
      <button type="button" className="button" aria-disabled={take.busy} onClick={() => void take.run()}>
        {t('Take the key shown on the page')}
      </button>
      {take.failure?.code !== 'choose' && <FailureNotice failure={take.failure} />}
    </div>
  )
}
