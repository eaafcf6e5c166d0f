/** An open vault without a key: the two ways to get one in. */

import { t } from '../../../../i18n/t.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'

export function Empty({ onAdd }: { onAdd: () => void }) {
  const start = useAction(() => guideMe('create-key'))
  return (
    <div className="stack centre">
      <h1 className="hero">{t('No keys yet')}</h1>
      <p>{t('Let Keyway guide you, or paste a key you have.')}</p>
      <Button
        className="button main"
        isBusy={start.busy}
        onPress={() => start.run().then(ok => ok && close())}
      >
        {t('Guide me to a key')}
      </Button>
      <Button onPress={onAdd}>{t('Paste a key')}</Button>
      <FailureNotice failure={start.failure} />
    </div>
  )
}
