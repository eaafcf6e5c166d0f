/** The first question, before a key is made: is one needed at all? */

import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { guideMe } from './guide-me.ts'

export function NeedAKey() {
  const start = useAction(() => guideMe('need-a-key'))
  return (
    <div>
      <Button className="link" data-keyway="need-a-key" onPress={start.run}>
        {t('Do I need a key at all?')}
      </Button>
      <FailureNotice failure={start.failure} />
    </div>
  )
}
