/** The pull path: takes the key that the platform's page shows now, with no press in the page. */

import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { activeTabUrl } from '../../../platform/tabs.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'

/** Offered only while the platform is in front, unless `always`. */
export function TakeKey({ always = false }: { always?: boolean }) {
  const [there, setThere] = useState(always)
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
  const take = useAction(() => send('screen.takeKey', {}))
  if (!there) return null
  return (
    <div className="stack tight">
      <button type="button" className="button" aria-disabled={take.busy} onClick={() => void take.run()}>
        {t('Take the key shown on the page')}
      </button>
      <FailureNotice failure={take.failure} />
    </div>
  )
}
