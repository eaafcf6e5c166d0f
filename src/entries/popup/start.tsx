/** One read of what the worker published, then one render. */
import { lookAtTab } from '../../features/capture/screen/take-key.tsx'
import { startScreen } from '../../ui/start-screen.tsx'
import { Popup } from './popup.tsx'

await startScreen(
  'Keyway',
  [
    'vault',
    'rows',
    'pending',
    'shownKeys',
    'copy',
    'checks',
    'tour',
    'clipboardNote',
    'protectedSettings',
    'policy',
  ],
  <Popup onReady={() => performance.mark('keyway:ready')} />,
  lookAtTab(),
)
