/** The capture service’s real ports: tabs, side panel and session storage. */

import { sessionItems } from '../../../platform/session.ts'
import { activePlatformTab, openPanel, platformTab, toPage } from '../../../platform/tabs.ts'
import type { CapturePorts } from './ports.ts'

type Neighbours = Pick<CapturePorts, 'vault' | 'recognise' | 'tell'>

export function capturePorts(neighbours: Neighbours): CapturePorts {
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
