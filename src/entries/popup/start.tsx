/** One read of what the worker published, then one render. */
import { lookAtTab } from '../../features/capture/screen/take-key.tsx'
import { itemsOfKeys, startScreen } from '../../ui/start-screen.tsx'
import { Popup } from './popup.tsx'

await startScreen(
  'Keyway',
  itemsOfKeys,
  <Popup onReady={() => performance.mark('keyway:ready')} />,
  lookAtTab(),
)
