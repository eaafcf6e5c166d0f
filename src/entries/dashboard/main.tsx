/** The dashboard's start. */
import { t } from '../../i18n/t.ts'
import { itemsOfKeys, startScreen } from '../../ui/start-screen.tsx'
import { Dashboard } from './dashboard.tsx'

await startScreen(t('Keyway dashboard'), itemsOfKeys, <Dashboard />)
