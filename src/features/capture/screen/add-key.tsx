/** Adding a key in the dashboard, with everything there is to say about it. */

import { useEffect } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { go } from '../../../ui/route.ts'
import { Title } from '../../../ui/title.tsx'
import { useEscape } from '../../keys/screen/use-escape.ts'
import { NewKey, SaveKey, useNewKey } from './new-key.tsx'

export default function AddKey() {
  const form = useNewKey(id => go('keys', id))
  const { pasted } = form
  useEffect(() => pasted.current?.focus(), [pasted])
  useEscape(() => go('keys'))
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
        {rich(t('Many at once? {importFile}.'), {
          importFile: <a href="#backup/import">{t('Import a .env file or a list')}</a>,
        })}{' '}
        {rich(t('No key yet? {compare}.'), {
          compare: <a href="#providers">{t('Compare the providers')}</a>,
        })}
      </p>
    </form>
  )
}
