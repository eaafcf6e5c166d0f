/** The popup's shortcuts, to be read. */
import { t } from '../../../../i18n/t.ts'
import { BackBar } from '../../../../ui/back-bar.tsx'
import { ShortcutFacts } from '../shortcut-facts.tsx'
import { shortcuts } from './shortcuts.ts'

const anywhere = [
  ['Alt+Shift+K', t('Open Keyway, anywhere')],
  ['Alt+Shift+J', t('Open the side panel')],
  ['Alt+Shift+G', t('Go to the guide’s card on the page')],
  ['Alt+Shift+L', t('Lock the vault')],
] as const

export default function ShortcutList({ onDone }: { onDone: () => void }) {
  return (
    <div className="stack">
      <BackBar title={t('Keyboard')} onBack={onDone} />
      <ShortcutFacts of={[...shortcuts, ...anywhere]} />
      <p className="small quiet">
        {t('You can change the last four where the browser lists its extensions.')}
      </p>
    </div>
  )
}
