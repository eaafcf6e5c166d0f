/** Said before a copy: that clearing empties whatever is on the clipboard then, as long as Keyway may not look first. */
import { t } from '../../../i18n/t.ts'
import { ask } from '../../../platform/screen/ask-permission.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { useHasPermission } from '../../../ui/use-granted.ts'
import { useSession } from '../../../ui/use-session.ts'
import { useSettings } from '../../settings/screen/use-settings.ts'

const looking = { permissions: ['clipboardRead' as const] }

export function CopyNote() {
  const copy = useSession('copy')
  const { clearAfterSeconds } = useSettings()
  const mayLook = useHasPermission('clipboardRead')
  // While a countdown runs it says the same itself.
  if (mayLook || (copy && copy.until > Date.now())) return null
  return (
    <p className="small quiet" data-keyway="copy-note">
      {t('{seconds} s after a copy Keyway empties the clipboard, whatever it holds.', {
        seconds: clearAfterSeconds,
      })}{' '}
      <Button className="link small" onPress={() => ask(looking)}>
        {t('Let Keyway look first and clear only this key')}
      </Button>
    </p>
  )
}
