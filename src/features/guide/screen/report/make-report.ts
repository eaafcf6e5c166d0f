/** Makes a report on the page that a guide runs in. What comes from the page is checked line by line before anybody sees it. */
import { everySaying } from '../../../../guides/concepts.ts'
import type { Guide } from '../../../../guides/guide.ts'
import { t } from '../../../../i18n/t.ts'
import { reportOn } from '../../../../platform/screen/report-on-page.ts'
import { getSession } from '../../../../platform/session.ts'
import { localItems } from '../../../../platform/storage.ts'
import { activePlatformTab, platformTab } from '../../../../platform/tabs.ts'
import { version } from '../../../../platform/version.ts'
import { type Failure, fail } from '../../../../protocol/failure.ts'
import { readCollected, reportText } from '../../core/report/report-text.ts'
import { catalogueOf } from '../../core/report/report-words.ts'
import type { TourView } from '../../core/tour.ts'

/** The guides as they were written: a translation has none of the page's words. */
async function readGuides(): Promise<Guide[]> {
  const list = (await (await fetch('/guides/index.json')).json()) as { id: string }[]
  return Promise.all(list.map(async ({ id }) => (await (await fetch(`/guides/${id}.json`)).json()) as Guide))
}

export async function makeReport(view: TourView): Promise<{ ok: true; text: string } | Failure> {
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
