/** An open vault without a key: the ways to get one in. */
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { EmptyMiniature } from '../../../guide/screen/miniature/miniature.tsx'

export function NoKeys() {
  const start = useAction((guide: string) => guideMe(guide))
  return (
    <section className="no-keys stack">
      <EmptyMiniature />
      <h2>{t('No keys yet')}</h2>
      <p className="quiet">{t('Keyway encrypts each key on this computer and tests it.')}</p>
      <div className="cluster">
        <a className="button main" href="#keys/add">
          {t('Add a key')}
        </a>
        <Button isBusy={start.busy} onPress={() => start.run('create-key')}>
          {t('Guide me to my first key')}
        </Button>
      </div>
      <p className="small quiet">
        {rich(t('You can also {importFile} or {readHow}.'), {
          importFile: <a href="#backup/import">{t('import a file')}</a>,
          readHow: <a href="#guides/create-key">{t('read how to create one')}</a>,
        })}
      </p>
      <FailureNotice failure={start.failure} />
    </section>
  )
}
