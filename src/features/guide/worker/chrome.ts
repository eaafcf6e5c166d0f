/** The guide service’s real ports: storage, tabs, the package’s guides. Only puts them together. */
import type { Guide } from '../../../guides/guide.ts'
import { language } from '../../../i18n/language.ts'
import { fromTable, lookUp } from '../../../i18n/t.ts'
import { translated } from '../../../i18n/translate-guide.ts'
import { onCommand, ownUrl } from '../../../platform/lifecycle.ts'
import { sessionItems } from '../../../platform/session.ts'
import { localItems } from '../../../platform/storage.ts'
import {
  activePlatformTab,
  addTaughtScript,
  frontWindow,
  goTo,
  openOwnPage,
  openPanel,
  openTab,
  platformTabs,
  showTab,
  toPage,
} from '../../../platform/tabs.ts'
import type { CardDesign } from '../core/card-words.ts'
import type { GuidePorts } from './ports.ts'
import { createGuideService, type GuideService } from './service.ts'

/** Call it in the worker's first turn: it registers listeners. */
export function startGuideService(
  given: Pick<GuidePorts, 'test' | 'takeKey' | 'askRights' | 'fixGuideOf' | 'changeSettings'>,
): GuideService {
  const service = createGuideService({
    now: Date.now,
    readGuide,
    readCardWords,
    local: localItems,
    session: sessionItems,
    push: (tabId, view) => void toPage({ tabId }, 'toPage.view', { view }),
    platformTabs,
    activePlatformTab,
    frontWindow,
    askForShowMe: tabId => void toPage({ tabId }, 'toPage.showMe', {}),
    loadTaught: addTaughtScript,
    openPanel,
    goTo: (tabId, url) => void goTo(tabId, url),
    openTab: url => void openTab(url),
    showTab: tabId => void showTab(tabId),
    openScreen: (page, hash) => void openOwnPage(page, hash),
    ...given,
  })
  onCommand((command, tab) => {
    if (!tab) return
    if (command === 'open-panel') void openPanel(tab)
    if (command === 'focus-card') void toPage(tab, 'toPage.focusCard', {})
  })
  return service
}

/** A guide's name comes from a message: only letters and hyphens ever become part of an address. */
async function readGuide(id: string): Promise<Guide | null> {
  if (!/^[a-z-]{1,40}$/.test(id)) return null
  try {
    const answer = await fetch(ownUrl(`guides/${id}.json`))
    return answer.ok ? translated((await answer.json()) as Guide, lookUp) : null
  } catch {
    return null
  }
}

let loaded: CardDesign | undefined

/** The card’s words and style in the browser’s language, read when a page asks: mostly the worker runs without. Cached until the worker ends. */
async function readCardWords(): Promise<CardDesign> {
  loaded ??= inOwnLanguage(await (await fetch(ownUrl('card.json'))).json())
  return loaded
}

function inOwnLanguage({ style, pageWords, ...words }: CardDesign): CardDesign {
  const translated = Object.entries(words).map(([name, english]) => [name, fromTable(english)])
  return { ...Object.fromEntries(translated), direction: language().dir, style, pageWords }
}
