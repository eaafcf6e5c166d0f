/** All guides, searched by what they are for. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { findGuides, useGuideList } from './guide-list.ts'

export function GuideSearch() {
  const guides = useGuideList()
  const [text, setText] = useState('')
  const start = useAction((guide: string) => send('screen.startGuide', { guide }))
  const shown = findGuides(guides ?? [], text)
  if (!guides || guides.length === 0) return null
  return (
    <section className="stack" aria-labelledby="all-guides">
      <h2 id="all-guides">{t('Guides')}</h2>
      <input
        type="search"
        aria-label={t('Search guides')}
        placeholder={t('What do you want to do?')}
        autoComplete="off"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <FailureNotice failure={start.failure} />
      <ul className="guide-list">
        {shown.map(guide => (
          <li key={guide.id}>
            <button type="button" onClick={() => void start.run(guide.id)}>
              <strong>{guide.title}</strong>{' '}
              <span className="small quiet">{t('about {minutes} min', { minutes: guide.minutes })}</span>
              <br />
              <span className="small quiet">{guide.summary}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="small quiet">
        {shown.length === 0 ? t('No guide matches. Try a single word: billing, limit, error.') : ''}
      </p>
    </section>
  )
}
