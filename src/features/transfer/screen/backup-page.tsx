/** Backups: make one, bring one back, bring other lists in. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago, moment } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { ExportForm } from './export-form.tsx'
import { Import } from './import.tsx'
import { ResultLines } from './result-lines.tsx'

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

/** Makes a backup of all keys, or a plain .env file of them. */
export function Export({ count }: { count: number }) {
  const rows = useSavedKeys()
  const [isOpen, setIsOpen] = useState(false)
  const [said, setSaid] = useState<string[]>([])
  if (count === 0) return <p className="quiet">{t('There is no key to back up yet.')}</p>
  return (
    <>
      <ResultLines lines={said} />
      {isOpen ? (
        <ExportForm
          keys={rows}
          isWhole
          onClose={() => setIsOpen(false)}
          onSaved={words => {
            setIsOpen(false)
            setSaid(words)
          }}
        />
      ) : (
        <div>
          <Button
            className="button main"
            onPress={() => {
              setSaid([])
              setIsOpen(true)
            }}
          >
            {t('Make a backup file')}
          </Button>
        </div>
      )}
    </>
  )
}
