/** The welcome page's start. */
import { t } from '../../i18n/t.ts'
import { startScreen } from '../../ui/start-screen.tsx'
import { Welcome } from './welcome.tsx'

await startScreen(t('Welcome to Keyway'), ['vault', 'rows', 'pending', 'policy', 'tour'], <Welcome />)
