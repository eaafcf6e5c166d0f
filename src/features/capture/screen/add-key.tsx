/** Adding a key in the dashboard, with everything there is to say about it. */

import { t } from '../../../i18n/language.ts'
import { NewKey, SaveKey, useNewKey } from './new-key.tsx'
import { rich } from '../../../i18n/rich.tsx'
import { Title } from '../../../ui/title.tsx'
import { go } from '../../../ui/route.ts'

export default function AddKey() {
  const form = useNewKey(id => go('keys', id))
  return (
    <form className="stack narrow" onSubmit={form.submit}>
      <Title>{t('Add a key')}</Title>
      <NewKey form={form} />
      <div className="cluster">
        <SaveKey form={form} />
        <a className="button plain" href="#keys">
          {t('Not now')}
        </a>
      </div>
      <p className="small quiet">
        {rich(t('Many at once? {link}.'), {
          link: <a href="#backup/import">{t('Import a .env file or a list')}</a>,
        })}{' '}
        {rich(t('No key yet? {link}.'), { link: <a href="#providers">{t('Compare the providers')}</a> })}
      </p>
    </form>
  )
}
