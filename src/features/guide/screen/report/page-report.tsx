/** “This page looks different”: a report on the page, shown whole before it is saved or copied. Nothing is sent. */
import { useEffect, useState } from 'react'
import { everySaying } from '../../../../guides/concepts.ts'
import type { Guide } from '../../../../guides/guide.ts'
import { t } from '../../../../i18n/t.ts'
import { reportOn } from '../../../../platform/screen/report-on-page.ts'
import { getSession } from '../../../../platform/session.ts'
import { localItems } from '../../../../platform/storage.ts'
import { activePlatformTab, platformTab } from '../../../../platform/tabs.ts'
import { version } from '../../../../platform/version.ts'
import { type Failure, fail } from '../../../../protocol/failure.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { saveFile } from '../../../../ui/save-file.ts'
import { useSession } from '../../../../ui/use-session.ts'
import { readCollected, reportText } from '../../core/report/report-text.ts'
import { catalogueOf } from '../../core/report/report-words.ts'
import type { TourView } from '../../core/tour.ts'

/** A press on the card opens the panel, which may take its time. */
const freshFor = 30_000

export function PageReport({ view }: { view: TourView }) {
  const [report, setReport] = useState('')
  const [said, setSaid] = useState('')
  const making = useAction(
    () => makeReport(view),
    ({ text }) => setReport(text),
  )
  const { run } = making
  const asked = useSession('reportAsked') ?? 0
  useEffect(() => {
    if (Date.now() - asked < freshFor) void run()
  }, [asked, run])
  const copy = async () => {
    const ok = await navigator.clipboard.writeText(report).then(
      () => true,
      () => false,
    )
    setSaid(ok ? t('Copied.') : t('The browser did not allow it: mark the text and copy it.'))
  }
  return (
    <section className="stack tight" data-keyway="page-report">
      <div>
        <Button className="link small" isBusy={making.busy} onPress={making.run}>
          {t('This page looks different')}
        </Button>
      </div>
      <FailureNotice failure={making.failure} />
      {report && (
        <div className="panel-box stack tight">
          <p className="small">
            {t(
              'This report shows how the page is built. It holds only words that Keyway’s guides know; all others are blocks. It is not sent: read it, then save or copy it.',
            )}
          </p>
          <pre className="code">{report}</pre>
          <div className="cluster">
            <Button onPress={copy}>{t('Copy the report')}</Button>
            <Button onPress={() => saveFile(`keyway-report-${view.guide}.txt`, report)}>
              {t('Save as a file')}
            </Button>
            <Button className="button plain" onPress={() => setReport('')}>
              {t('Throw it away')}
            </Button>
            <span className="small quiet" role="status">
              {said}
            </span>
          </div>
        </div>
      )}
    </section>
  )
}

/** The guides as they were written: a translation has none of the page's words. */
async function readGuides(): Promise<Guide[]> {
  const list = (await (await fetch('/guides/index.json')).json()) as { id: string }[]
  return Promise.all(list.map(async ({ id }) => (await (await fetch(`/guides/${id}.json`)).json()) as Guide))
}

/** Makes a report on the page that a guide runs in. What comes from the page is checked line by line before anybody sees it. */
async function makeReport(view: TourView): Promise<{ ok: true; text: string } | Failure> {
  const page = await getSession('tourPage')
  const tab = (page && (await platformTab(page.tabId))) ?? (await activePlatformTab())
  if (!tab) return fail('no_page', t('Open the platform’s page first.'))
  const guides = await readGuides()
  const catalogue = catalogueOf(guides, everySaying)
  const target = view.wants ?? view.target ?? 'none'
  const shown =
    (await localItems.get('shown'))?.[`${view.guide}/${target}`] ??
    shownNow(await getSession('pageAsks'), `${view.guide}/${target}`)
  const collected = readCollected(await reportOn(tab.tabId, [catalogue, shown ?? null]), catalogue)
  if (!collected) return fail('no_answer', t('The page did not answer. Reload it, and try again.'))
  const about = {
    guide: view.guide,
    checked: guides.find(({ id }) => id === view.guide)?.checked ?? 'unknown',
    step: view.step,
    target,
    state: view.state,
    version: version(),
    browser: navigator.userAgent,
  }
  return { ok: true, text: reportText(about, collected) }
}

type Asks = NonNullable<Awaited<ReturnType<typeof getSession<'pageAsks'>>>>

/** What was shown and is not confirmed yet. */
const shownNow = (asks: Asks | undefined, name: string) => asks?.find(ask => ask.name === name)?.description
