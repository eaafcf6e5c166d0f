/** Every guide, to be read without the platform open, or begun. */
import { useState } from 'react'
import { useAction } from '../ui/action.ts'
import { guideMe } from '../ui/guide-me.ts'
import { findGuides, useGuide, useGuideList } from '../ui/guides.ts'
import { FailureNotice } from '../ui/notice.tsx'
import { Title } from '../ui/title.tsx'
import { GuideText } from './guide-text.tsx'

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
      <Title>Guides</Title>
      <input
        type="search"
        className="narrow"
        aria-label="Search guides"
        placeholder="What do you want to do?"
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
              {guide.summary} About {guide.minutes} min.
            </p>
          </li>
        ))}
      </ul>
      <p role="status" className="quiet">
        {guides && shown.length === 0 ? 'No guide matches. Try a single word: billing, limit, error.' : ''}
      </p>
    </>
  )
}

function One({ id }: { id: string }) {
  const guide = useGuide(id)
  const start = useAction(() => guideMe(id))
  if (guide === null) return null
  if (guide === undefined)
    return (
      <>
        <Title>No such guide</Title>
        <p>
          <a href="#guides">All guides</a>
        </p>
      </>
    )
  return (
    <>
      <p className="small">
        <a href="#guides">All guides</a>
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
          Walk me through it
        </button>
        <span className="quiet small">
          About {guide.minutes} min. Words compared with the platform on {guide.checked}.
        </span>
      </div>
      <FailureNotice failure={start.failure} />
      <GuideText guide={guide} />
    </>
  )
}
