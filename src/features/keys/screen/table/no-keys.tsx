/** An open vault without a key: the ways to get one in. */
import KeyRound from 'lucide-react/icons/key-round'
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'

export function NoKeys() {
  return (
    <section className="no-keys stack">
      <KeyRound size={40} strokeWidth={1.25} aria-hidden="true" className="quiet" />
      <h2>{t('No keys yet')}</h2>
      <p className="quiet">
        {rich(t('{pasteOne}, {importFile}, or {readHow}.'), {
          pasteOne: <a href="#keys/add">{t('Paste one')}</a>,
          importFile: <a href="#backup/import">{t('import a file')}</a>,
          readHow: <a href="#guides/create-key">{t('read how to create one')}</a>,
        })}
      </p>
    </section>
  )
}
