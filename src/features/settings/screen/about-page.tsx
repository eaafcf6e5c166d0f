/** What this is, which version, and whose work it is built with: their licenses ask to be shown. */

import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { version } from '../../../platform/version.ts'
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
        <p>
          {t('Version {version}. Unofficial: not made by OpenAI.', {
            version: version(),
          })}
        </p>
        <section className="stack">
          <h2>{t('Built with the work of others')}</h2>
          {licenses === 'failed' ? (
            <Notice tone="needs">{t('The licenses could not be read. Install Keyway again.')}</Notice>
          ) : (
            licenses?.map(({ name, version: theirs, identifier, text }) => (
              <details key={`${name} ${theirs}`}>
                <summary>
                  {name} <span className="quiet">{[theirs, identifier].filter(Boolean).join(', ')}</span>
                </summary>
                <pre className="small">{text}</pre>
              </details>
            ))
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
