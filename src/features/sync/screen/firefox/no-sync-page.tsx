/** The page about sync where a browser can carry nothing (Firefox): says why, and the other way. Stands in for sync-page.tsx there. */
import { t } from '../../../../i18n/t.ts'
import { Title } from '../../../../ui/title.tsx'

export default function NoSyncPage(_: { rest: string[] }) {
  return (
    <>
      <Title>{t('Sync')}</Title>
      <div className="stack reading">
        <p>
          {t(
            'Keyway does not sync in Firefox. Firefox opens no folder to an extension, and pages could read what browser sync holds.',
          )}
        </p>
        <p>{t('To bring your keys to another computer, make a backup here and import it there.')}</p>
      </div>
    </>
  )
}
