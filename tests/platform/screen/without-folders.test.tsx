// @vitest-environment happy-dom
/** A browser that opens no folder (Firefox, and some that are built on Chromium): nothing that would ask for one is drawn, and what goes on without is. */
import type { ReactNode } from 'react'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import ProjectPart from '../../../src/features/handoff/screen/project-part.tsx'
import ScanPage from '../../../src/features/handoff/screen/scan-page.tsx'
import { StandbyLine } from '../../../src/features/keys/screen/standby/standby-line.tsx'
import { AddCarrier } from '../../../src/features/sync/screen/carrier-parts.tsx'
import { SwitchOn } from '../../../src/features/sync/screen/switch-on.tsx'
import { Import } from '../../../src/features/transfer/screen/import.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import type { Cause } from '../../../src/providers/verdict.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session } from '../../fake-browser.ts'
import { settled, show } from '../../in-dom.ts'

vi.mock('../../../src/platform/folders.ts', () => ({
  foldersOf: async () => [],
  recipientsFor: async () => undefined,
}))

const now = Date.now()
const key = (id: string, more: Partial<KeyRow>): KeyRow => ({
  id,
  provider: 'openai',
  label: id,
  lastFour: 'T4uV',
  createdAt: 1,
  ...more,
})
const verdict = (cause: Cause) => ({ ...outcomes[cause], cause, says: '', at: now, since: now })
const failing = key('first', { verdict: verdict('invalid_key') })
const ready = key('second', { standbyFor: 'first', verdict: { ...verdict('ok'), use: 'ready' } })

/** Each place that asks for a folder, with what it says where there is one, and what goes on where there is none. */
const places: [string, ReactNode, RegExp, RegExp][] = [
  [
    'the leak scan',
    <ScanPage rest={[]} key="scan" />,
    /Pick a folder|folder here/,
    /Pick files.*paste a text/,
  ],
  ['the import', <Import key="import" />, /Choose a folder|every \.env file/, /A file/],
  [
    'a key’s project',
    <ProjectPart row={ready} key="project" />,
    /Pick the folder/,
    /Add to a project|Copy the key instead/,
  ],
  [
    'switching sync on',
    <SwitchOn isUnplaced={false} onCode={() => undefined} key="sync" />,
    /Pick the folder|A folder/,
    /Use browser sync/,
  ],
  [
    'a second carrier',
    <AddCarrier carriers={[{ kind: 'browser' }]} key="carrier" />,
    /Use a folder too/,
    /^$/,
  ],
  [
    'a standby in the popup',
    <StandbyLine row={failing} isInPopup key="standby" />,
    /in its projects/,
    /standby/,
  ],
]

const text = () => document.body.textContent ?? ''
beforeAll(async () => {
  await followItems(['rows', 'vault', 'policy'])
  await settled(() =>
    session.set({
      rows: [failing, ready],
      vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] },
    }),
  )
})
afterAll(() => vi.unstubAllGlobals())

describe.each(places)('%s', (_, screen, withFolder, without) => {
  test('offers a folder where the browser opens one', async () => {
    vi.stubGlobal('showDirectoryPicker', async () => null)
    await show(screen)
    await settled()
    expect(text()).toMatch(withFolder)
  })
  test('and none where it does not; what goes without one is still there', async () => {
    vi.stubGlobal('showDirectoryPicker', undefined)
    await show(screen)
    await settled()
    expect(text()).not.toMatch(withFolder)
    expect(text()).toMatch(without)
  })
})
