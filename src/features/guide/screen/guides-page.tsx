/** Every guide, to be read without the platform open, or begun. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import { findGuides, useGuide, useGuideList } from './guide-list.ts'
import { guideMe } from './guide-me.ts'
import { GuideText } from './guide-text.tsx'
import { Shown } from './remembered-targets.tsx'

export default function GuidesPage({ rest }: { rest: string[] }) {
  const [id] = rest
  return id === undefined ? <All /> : <One key={id} id={id} />
}

function All() {
  const guides = useGuideList()
  const [text, setText] = useState('')
  const shown = findGuides(guides ?? [], text)
  return (
    <>
      <Title>{t('Guides')}</Title>
      <input
        type="search"
        className="narrow"
        aria-label={t('Search guides')}
        placeholder={t('What do you want to do?')}
        autoComplete="off"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <ul className="guide-grid">
        {shown.map(guide => (
          <li key={guide.id}>
            <a href={`#guides/${guide.id}`}>
              <strong>{guide.title}</strong>
            </a>
            <p className="small quiet">
              {t('{summary} About {minutes} min.', { summary: guide.summary, minutes: guide.minutes })}
            </p>
          </li>
        ))}
      </ul>
      <p role="status" className="quiet">
        {guides && shown.length === 0 ? t('No guide matches. Try a single word: billing, limit, error.') : ''}
      </p>
      <p>
        <a href="#explain">{t('Explain an error that your program shows')}</a>
      </p>
      <p>
        <a href="#providers">{t('Providers: what each wants, and what can stop the spending')}</a>
      </p>
      <Shown />
    </>
  )
}

function One({ id }: { id: string }) {
  const guide = useGuide(id)
  const all = useGuideList() ?? []
  const start = useAction(() => guideMe(id))
  if (guide === null) return null
  if (guide === undefined)
    return (
      <>
        <Title>{t('No such guide')}</Title>
        <p>
          <a href="#guides">{t('All guides')}</a>
        </p>
      </>
    )
  return (
    <>
      <p className="small">
        <a href="#guides">{t('All guides')}</a>
      </p>
      <Title>{guide.title}</Title>
      <p className="lead">{guide.summary}</p>
      <div className="cluster">
        <button
          type="button"
          className="button main"
          aria-disabled={start.busy}
          onClick={() => void start.run()}
        >
          {t('Walk me through it')}
        </button>
        <span className="quiet small">
          {t('About {minutes} min. Words compared with the platform on {checked}.', {
            minutes: guide.minutes,
            checked: dayOf(guide.checked),
          })}
        </span>
      </div>
      <FailureNotice failure={start.failure} />
      <GuideText guide={guide} all={all} />
    </>
  )
}
