/** The welcome page's start. */
import { createRoot } from 'react-dom/client'
import { t } from '../../i18n/t.ts'
import { beginPage } from '../../ui/begin-page.ts'
import { followItems } from '../../ui/use-session.ts'
import { Welcome } from './welcome.tsx'

const root = document.getElementById('root')
beginPage(t('Welcome to Keyway'))
await followItems(['vault', 'rows', 'pending'])
if (root) createRoot(root).render(<Welcome />)
