/** The side panel's start. */
import { lookAtTab } from '../../features/capture/screen/take-key.tsx'
import { readMiniatures } from '../../features/guide/screen/miniature/use-miniatures.ts'
import { t } from '../../i18n/t.ts'
import { itemsOfKeys, startScreen } from '../../ui/start-screen.tsx'
import { Panel } from './panel.tsx'

await startScreen(
  t('Keyway guide panel'),
  [...itemsOfKeys, 'pageAsks', 'tourClaims', 'reportAsked'],
  <Panel />,
  // What comes in after the first paint moves buttons away under a finger.
  Promise.all([lookAtTab(), readMiniatures()]),
)
