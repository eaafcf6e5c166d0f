/** Adding keys in the dashboard: pasted, brought from files, made with a guide, or a server on this computer. */

import { lazy, Suspense, useEffect } from 'react'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Loading } from '../../../ui/pieces/loading.tsx'
import { PartTabs } from '../../../ui/pieces/part-tabs.tsx'
import { go, goOn } from '../../../ui/route.ts'
import { Title } from '../../../ui/title.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { useEscape } from '../../keys/screen/use-escape.ts'
import { firstServer } from './local-server.tsx'
import { NewKey, SaveKey, useNewKey } from './new-key.tsx'

const Import = lazy(() =>
  import('../../transfer/screen/import.tsx').then(({ Import }) => ({ default: Import })),
)

const tabs = [
  { id: '', name: t('Paste') },
  { id: 'import', name: t('Import') },
  { id: 'guide', name: t('Guide me') },
  { id: 'server', name: t('Local server') },
] as const

/** @param part the tab, as the address names it */
export default function AddKey({ part = '' }: { part?: string | undefined }) {
  const current = tabs.find(({ id }) => id === part)?.id ?? ''
  useEscape(() => go('keys'))
  return (
    <>
      <Title>{t('Add a key')}</Title>
      <PartTabs label={t('Ways to add a key')} at="keys/add" tabs={tabs} current={current} />
      {current === 'import' ? (
        <section className="panel-box stack" aria-label={t('Import')}>
          <Suspense fallback={<Loading />}>
            <Import />
          </Suspense>
        </section>
      ) : current === 'guide' ? (
        <WithGuide />
      ) : (
        <Paste key={current} isServer={current === 'server'} />
      )}
    </>
  )
}

function Paste({ isServer }: { isServer: boolean }) {
  const form = useNewKey(id => goOn(['keys', 'add'], 'keys', id), isServer ? firstServer() : null)
  const { pasted } = form
  useEffect(() => pasted.current?.focus(), [pasted])
  return (
    <form className="panel-box stack narrow" onSubmit={form.submit}>
      <NewKey form={form} isSwitched={false} />
      <div className="cluster">
        <SaveKey form={form} />
        <a className="button plain" href="#keys">
          {t('Cancel')}
        </a>
      </div>
    </form>
  )
}

const ways = [
  { guide: 'create-key', name: t('Create an API key'), note: t('On OpenAI’s platform, step by step.') },
  { guide: 'restrict-key', name: t('Restrict a key'), note: t('One that may do only what it has to.') },
  {
    guide: 'service-account-key',
    name: t('Create a key for a service account'),
    note: t('It keeps working when people leave.'),
  },
]

function WithGuide() {
  const start = useAction((guide: string) => guideMe(guide))
  return (
    <section className="stack" aria-label={t('Guide me')}>
      <ul className="rows-list">
        {ways.map(({ guide, name, note }) => (
          <li key={guide} className="list-line">
            <div className="line-words">
              <h2 className="line-title">{name}</h2>
              <p className="small quiet">{note}</p>
            </div>
            <div className="line-act">
              <Button
                isBusy={start.busy}
                aria-label={t('Guide me: {title}', { title: name })}
                onPress={() => start.run(guide)}
              >
                {t('Guide me')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FailureNotice failure={start.failure} />
      <p>
        <a href="#providers">{t('Compare the providers')}</a>
      </p>
    </section>
  )
}
