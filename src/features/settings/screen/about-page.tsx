/** What this is, which version, and whose work it is built with: their licenses ask to be shown. */

import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { version } from '../../../platform/version.ts'
import { Brand } from '../../../ui/logo.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'

/** A package each, as Vite writes them at the build (`build.license`). */
type License = { name: string; version: string; identifier?: string | null; text?: string | null }

export default function AboutPage(_: { rest: string[] }) {
  const licenses = useLicenses()
  return (
    <>
      <Title>{t('About Keyway')}</Title>
      <div className="stack loose narrow">
        <section className="panel-box stack tight">
          <Brand />
          <p>
            {t('Version {version}. Unofficial: not made by OpenAI.', {
              version: version(),
            })}
          </p>
          <p className="quiet">
            {t('Keyway keeps your keys encrypted, and asks only their own providers about them.')}
          </p>
        </section>
        <section className="stack">
          <h2>{t('Built with the work of others')}</h2>
          {licenses === 'failed' ? (
            <Notice tone="needs">{t('The licenses could not be read. Install Keyway again.')}</Notice>
          ) : (
            <ul className="rows-list">
              {licenses?.map(({ name, version: theirs, identifier, text }) => (
                <li key={`${name} ${theirs}`} className="list-line">
                  <details className="line-words">
                    <summary>
                      {name}{' '}
                      <span className="small quiet">{[theirs, identifier].filter(Boolean).join(', ')}</span>
                    </summary>
                    <pre className="license small">{text}</pre>
                  </details>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  )
}

function useLicenses(): License[] | 'failed' | undefined {
  const [licenses, setLicenses] = useState<ReturnType<typeof useLicenses>>()
  useEffect(() => {
    fetch('/licenses.json')
      .then(answer => answer.json())
      .then(listed => setLicenses(Array.isArray(listed) ? listed : 'failed'))
      .catch(() => setLicenses('failed'))
  }, [])
  return licenses
}
