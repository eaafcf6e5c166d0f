/** Asks which key a guide is about that was begun without one: the worst first, since that is mostly why it was begun. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SearchField } from '../../../ui/pieces/search-field.tsx'
import { useLocal } from '../../../ui/use-local.ts'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { VerdictBadge } from '../../health/screen/status.tsx'
import { noFilter, pick } from '../../keys/core/filter.ts'

/** More keys than this are not listed: they are searched by their name. */
const most = 8

export function WhichKey({ guide, onNone }: { guide: string; onNone: () => void }) {
  const rows = useSavedKeys()
  const [text, setText] = useState('')
  // The cause that the guide was started with counts more than an earlier check of the key that is chosen now.
  const cause = useLocal('tour')?.cause
  const start = useAction((keyId: string) =>
    send('screen.startGuide', { guide, keyId, ...(cause !== undefined && { cause }) }),
  )
  // The guides are about OpenAI's pages, and so are the keys they speak of.
  const own = rows.filter(row => row.provider === 'openai')
  const fitting = pick(own, { ...noFilter, text })
  if (own.length === 0) return null
  return (
    <fieldset className="choices" data-keyway="guide-key">
      <legend>
        <strong>{t('Which key is it about?')}</strong>
      </legend>
      {own.length > most && (
        <SearchField
          label={t('Search your keys')}
          placeholder={t('Name or last four')}
          text={text}
          onText={setText}
        />
      )}
      {fitting.slice(0, most).map(row => (
        <Button key={row.id} className="choice" onPress={() => start.run(row.id)}>
          <span className="cluster ends">
            <strong>{row.label}</strong>
            <code>…{row.lastFour}</code>
          </span>
          <VerdictBadge verdict={row.verdict} of={row} />
        </Button>
      ))}
      <Button className="choice" onPress={onNone}>
        {t('None of these')}
      </Button>
      <FailureNotice failure={start.failure} />
    </fieldset>
  )
}
