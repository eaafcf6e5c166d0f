/** What the person pointed out by *Show Keyway*, and what a guide does not find now: reported without a word of the page, or forgotten. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { Description } from '../../../locator/description.ts'
import { send } from '../../../platform/send.ts'
import { version } from '../../../platform/version.ts'
import { useLocal } from '../../../ui/use-local.ts'
import { useSession } from '../../../ui/use-session.ts'
import { fill } from '../core/fill-words.ts'
import type { TargetState } from '../core/tour.ts'
import { useGuide } from './guide-list.ts'
import { reportOn } from './report.ts'

const unfound: TargetState[] = ['missing', 'gone', 'hidden', 'ambiguous', 'unknown-page', 'disabled']

export function Shown() {
  const shown = useLocal('shown') ?? {}
  const tour = useSession('tour')
  const now =
    tour?.kind === 'step' && tour.wants !== undefined && unfound.includes(tour.state)
      ? `${tour.guide}/${tour.wants}`
      : undefined
  const all = [...new Set([...(now === undefined ? [] : [now]), ...Object.keys(shown)])]
  if (all.length === 0) return null
  const forget = (name: string) => void send('screen.forgetShown', { name })
  return (
    <section className="stack narrow" data-keyway="shown">
      <h2>{t('What guides did not find by themselves')}</h2>
      <p className="quiet small">
        {t(
          'A report tells the makers of Keyway which guide needs mending. It says what kind of thing it is and where it stands: no text of the page, no address, no key.',
        )}
      </p>
      <ul className="stack tight">
        {all.map(name => (
          <One
            key={name}
            name={name}
            shown={shown[name]}
            state={name === now ? tour?.state : undefined}
            forget={forget}
          />
        ))}
      </ul>
    </section>
  )
}

type Line = {
  name: string
  shown: Description | undefined
  state: TargetState | undefined
  forget: (name: string) => void
}

function One({ name, shown, state, forget }: Line) {
  const [id = '', target = ''] = name.split('/')
  const guide = useGuide(id)
  const [said, setSaid] = useState('')
  if (!guide) return null
  const report = reportOn({
    guide,
    target,
    shown,
    state,
    version: version(),
    browser: navigator.userAgent,
  })
  const copy = async () => {
    const ok = await navigator.clipboard.writeText(report).then(
      () => true,
      () => false,
    )
    setSaid(ok ? t('Copied.') : t('The browser did not allow it: mark the text and copy it.'))
  }
  return (
    <li className="stack tight">
      <p>
        <strong>{guide.title}</strong>
        {': '}
        {fill(guide.targets[target]?.look ?? '', {})}
      </p>
      <details>
        <summary>{t('Read the report')}</summary>
        <pre className="code">{report}</pre>
      </details>
      <div className="cluster">
        <button type="button" className="button" onClick={() => void copy()}>
          {t('Copy the report')}
        </button>
        {shown && (
          <button type="button" className="button" onClick={() => forget(name)}>
            {t('Forget what I showed')}
          </button>
        )}
        <span className="small quiet" role="status">
          {said}
        </span>
      </div>
    </li>
  )
}
