/** The dashboard's start. */
import { t } from '../../i18n/t.ts'
import { startScreen } from '../../ui/start-screen.tsx'
import { Dashboard } from './dashboard.tsx'

await startScreen(
  t('Keyway dashboard'),
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
  <Dashboard />,
)
