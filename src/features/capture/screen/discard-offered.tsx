/** One button that discards all keys that pages offered and the person has not saved, when there are several. Shows no secret. */

import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'

export function DiscardOffered() {
  const offered = (useSession('pending') ?? []).filter(key => key.from === 'page').length
  const discard = useAction(() => send('screen.discardOffered', {}))
  if (offered < 2) return null
  return (
    <Notice
      tone="needs"
      action={
        <Button data-keyway="discard-offered" isBusy={discard.busy} onPress={discard.run}>
          {t('Discard all {count}', { count: offered })}
        </Button>
      }
    >
      {plural(
        {
          one: 'A page offered one key. Save it if you made it yourself, or discard it.',
          other: 'Pages offered {count} keys. Save the ones you made yourself, then discard the rest.',
        },
        offered,
      )}
      <FailureNotice failure={discard.failure} />
    </Notice>
  )
}
