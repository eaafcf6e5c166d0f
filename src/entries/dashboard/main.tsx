/** The dashboard's start. */
import { createRoot } from 'react-dom/client'
import { t } from '../../i18n/t.ts'
import { beginPage } from '../../ui/begin-page.ts'
import { followItems } from '../../ui/use-session.ts'
import { Dashboard } from './dashboard.tsx'

const root = document.getElementById('root')
beginPage(t('Keyway dashboard'))
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
if (root) createRoot(root).render(<Dashboard />)
