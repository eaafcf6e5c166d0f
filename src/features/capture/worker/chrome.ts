/** The real world for the capture keeper: tabs, side panel and session storage. */

import { sessionItems } from '../../../platform/session.ts'
import { activePlatformTab, openPanel, platformTab, toPage } from '../../../platform/tabs.ts'
import type { CaptureEffects } from './ports.ts'

type Neighbours = Pick<CaptureEffects, 'vault' | 'recognise' | 'tell'>

export function captureWorld(neighbours: Neighbours): CaptureEffects {
  return {
    now: Date.now,
    random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
    newId: () => crypto.randomUUID(),
    session: sessionItems,
    openPanel: tabId => void openPanel({ tabId }),
    platformTab,
    activePlatformTab,
    askPage: (where, all, tail) => toPage(where, 'toPage.takeKey', { all, ...(tail && { tail }) }),
    ...neighbours,
  }
}
