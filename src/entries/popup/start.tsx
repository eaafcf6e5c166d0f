/** One read of what the worker published, then one render. */
import { startScreen } from '../../ui/start-screen.tsx'
import { Popup } from './popup.tsx'

await startScreen(
  'Keyway',
  ['vault', 'rows', 'pending', 'shownKeys', 'copy', 'checks', 'tour', 'clipboardNote', 'protectedSettings'],
  <Popup onReady={() => performance.mark('keyway:ready')} />,
)
