/** Backups: make one, bring one back, bring other lists in. */
import { t } from '../../../i18n/t.ts'
import { ago, moment } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { Export } from './export.tsx'
import { Import } from './import.tsx'

const old = 90 * 86_400_000

export default function BackupPage(_: { rest: string[] }) {
  const vault = useSession('vault')
  const count = useSavedKeys().length
  const last = vault?.lastBackupAt
  return (
    <>
      <Title>{t('Backup and import')}</Title>
      {last === undefined
        ? count > 0 && (
            <Notice tone="needs">
              {t('No backup yet.')} {t('If this computer is lost, so are the keys in it.')}
            </Notice>
          )
        : Date.now() - last > old && (
            <Notice tone="needs">
              {t('The last backup is from {ago}. Keys that you saved since are not in it.', {
                ago: ago(last),
              })}
            </Notice>
          )}
      {last !== undefined && (
        <p className="quiet">{t('Last backup made: {moment}.', { moment: moment(last) })}</p>
      )}
      <section className="panel-box stack" aria-labelledby="export">
        <h2 id="export">{t('Make a backup')}</h2>
        <Export count={count} />
      </section>
      <section className="panel-box stack" aria-labelledby="import">
        <h2 id="import">{t('Bring keys in')}</h2>
        <Import />
      </section>
    </>
  )
}
