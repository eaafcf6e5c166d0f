/** An open vault without a key: the two ways to get one in. */
import { t } from '../../../../i18n/t.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'

export function Empty({ onAdd }: { onAdd: () => void }) {
  const start = useAction(() => guideMe('create-key'))
  return (
    <div className="stack centre">
      <h1 className="hero">{t('No keys yet')}</h1>
      <p>{t('Let Keyway walk you through creating one, or paste a key you already have.')}</p>
      <button
        type="button"
        className="button main"
        aria-disabled={start.busy}
        onClick={() => void start.run().then(ok => ok && close())}
      >
        {t('Guide me to a key')}
      </button>
      <button type="button" className="button" onClick={onAdd}>
        {t('Paste a key')}
      </button>
      <FailureNotice failure={start.failure} />
    </div>
  )
}
