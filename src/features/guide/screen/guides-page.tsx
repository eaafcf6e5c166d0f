/** Every guide, to be read without the platform open, or begun. */
import { useMemo } from 'react'
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import { outcomes } from '../../../providers/answers/causes.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { useLocal } from '../../../ui/use-local.ts'
import { fill } from '../core/fill-words.ts'
import { type GuideLine, useGuide, useGuideList } from './guide-list.ts'
import { guideMe } from './guide-me.ts'
import { GuideText } from './reading/guide-text.tsx'
import { GuideFinder } from './search/guide-finder.tsx'
import { inSections } from './search/guide-sections.ts'
import { Outcome } from './search/outcome.tsx'

/** One and the same, so that nothing is searched anew until the list is there. */
const none: GuideLine[] = []

export default function GuidesPage({ rest }: { rest: string[] }) {
  const [id, cause] = rest
  return id === undefined ? <All /> : <One key={id} id={id} cause={causeNamed(cause)} />
}

function All() {
  const guides = useGuideList()
  const sections = useMemo(() => inSections(guides ?? none), [guides])
  return (
    <>
      <GuideFinder
        guides={guides ?? none}
        onChoose={(guide, cause) => {
          location.hash = addressOf(guide, cause)
        }}
        listClass="guide-grid"
        unasked={sections}
        renderLine={(guide, mark, cause) => (
          <a className="guide-card" href={addressOf(guide.id, cause)}>
            <span className="guide-card-head">
              <strong>{guide.title}</strong>
              {mark}
              <span className="small quiet">{t('{minutes} min', { minutes: guide.minutes })}</span>
            </span>
            <Outcome summary={guide.summary} />
          </a>
        )}
      >
        <Title>{t('Guides')}</Title>
      </GuideFinder>
      <section className="stack" aria-labelledby="more">
        <h2 id="more">{t('More')}</h2>
        <ul className="guide-grid">
          <li>
            <a className="guide-card" href="#explain">
              <strong>{t('Explain an error')}</strong>
              <span className="small quiet">{t('Paste what your program shows.')}</span>
            </a>
          </li>
          <li>
            <a className="guide-card" href="#providers">
              <strong>{t('Compare the providers')}</strong>
              <span className="small quiet">{t('What each wants, and what can stop the spending.')}</span>
            </a>
          </li>
        </ul>
      </section>
      <Shown />
    </>
  )
}

/** The cause is in the address, so that the guide knows it when it is begun from its page. */
const addressOf = (guide: string, cause: Cause | undefined): string =>
  cause ? `#guides/${guide}/${cause}` : `#guides/${guide}`

const causeNamed = (name: string | undefined): Cause | undefined =>
  name !== undefined && Object.hasOwn(outcomes, name) ? (name as Cause) : undefined

function One({ id, cause }: { id: string; cause: Cause | undefined }) {
  const guide = useGuide(id)
  const all = useGuideList() ?? []
  const start = useAction(() => guideMe(id, undefined, cause))
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
      <p className="lead">
        <span className="quiet">{t('At the end:')}</span> {guide.summary}
      </p>
      <div className="cluster">
        <Button className="button main" isBusy={start.busy} onPress={start.run}>
          {t('Walk me through it')}
        </Button>
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

/** What the person pointed out by *Show Keyway*: each can be forgotten. */
function Shown() {
  const names = Object.keys(useLocal('shown') ?? {})
  if (names.length === 0) return null
  return (
    <section className="stack narrow" data-keyway="shown">
      <h2>{t('What you showed to Keyway')}</h2>
      <ul className="stack tight">
        {names.map(name => (
          <ShownOne key={name} name={name} />
        ))}
      </ul>
    </section>
  )
}

function ShownOne({ name }: { name: string }) {
  const [id = '', target = ''] = name.split('/')
  const guide = useGuide(id)
  if (!guide) return null
  return (
    <li className="stack tight">
      <p>
        <strong>{guide.title}</strong>
        {': '}
        {fill(guide.targets[target]?.look ?? '', {})}
      </p>
      <div>
        <Button onPress={() => send('screen.forgetShown', { name })}>{t('Forget what I showed')}</Button>
      </div>
    </li>
  )
}
