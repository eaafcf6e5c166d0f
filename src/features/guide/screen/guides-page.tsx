/** Every guide, to be read without the platform open, or begun. */

import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import { outcomes } from '../../../providers/answers/causes.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { type GuideLine, useGuide, useGuideList } from './guide-list.ts'
import { guideMe } from './guide-me.ts'
import { GuideText } from './reading/guide-text.tsx'
import { Shown } from './remembered-targets.tsx'
import { GuideFinder } from './search/guide-finder.tsx'

/** One and the same, so that nothing is searched anew until the list is there. */
const none: GuideLine[] = []

export default function GuidesPage({ rest }: { rest: string[] }) {
  const [id, cause] = rest
  return id === undefined ? <All /> : <One key={id} id={id} cause={causeNamed(cause)} />
}

function All() {
  const guides = useGuideList()
  return (
    <>
      <GuideFinder
        guides={guides ?? none}
        onChoose={(guide, cause) => {
          location.hash = addressOf(guide, cause)
        }}
        listClass="guide-grid"
        renderLine={(guide, mark, cause) => (
          <>
            <a href={addressOf(guide.id, cause)}>
              <strong>{guide.title}</strong>
            </a>{' '}
            {mark}
            <p className="small quiet">
              {t('{summary} About {minutes} min.', { summary: guide.summary, minutes: guide.minutes })}
            </p>
          </>
        )}
      >
        <Title>{t('Guides')}</Title>
      </GuideFinder>
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
      <p className="lead">{guide.summary}</p>
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
