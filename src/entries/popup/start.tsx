/** One read of what the worker published, then one render. */
import { createRoot } from 'react-dom/client'
import { beginPage } from '../../ui/begin-page.ts'
import { followItems } from '../../ui/use-session.ts'
import { Popup } from './popup.tsx'

const root = document.getElementById('root')
beginPage('Keyway')
await followItems([
  'vault',
  'rows',
  'pending',
  'copy',
  'checks',
  'tour',
  'clipboardNote',
  'protectedSettings',
])
if (root) createRoot(root).render(<Popup onReady={() => performance.mark('keyway:ready')} />)
