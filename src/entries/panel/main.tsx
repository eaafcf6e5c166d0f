/** The side panel's start. */
import { lookAtTab } from '../../features/capture/screen/take-key.tsx'
import { t } from '../../i18n/t.ts'
import { startScreen } from '../../ui/start-screen.tsx'
import { Panel } from './panel.tsx'

await startScreen(
  t('Keyway guide panel'),
  [
    'vault',
    'rows',
    'pending',
    'shownKeys',
    'pageAsks',
    'copy',
    'checks',
    'tour',
    'tourClaims',
    'reportAsked',
    'clipboardNote',
    'protectedSettings',
    'policy',
  ],
  <Panel />,
  lookAtTab(),
)
