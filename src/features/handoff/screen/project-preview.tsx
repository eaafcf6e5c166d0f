/** Both changes to the folder, before they are made. The key is masked. */

import { t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { FileChange, Plan } from '../core/project-plan.ts'

export type GoodPlan = Extract<Plan, { ok: true }>
type Props = { folder: string; plan: GoodPlan; busy: boolean; onWrite: () => void; onLeave: () => void }

const verbs = {
  made: t('will be made'),
  added: t('gets a line'),
  replaced: t('gets a new value'),
  same: t('stays as it is'),
}

export function ProjectPreview({ folder, plan, busy, onWrite, onLeave }: Props) {
  const nothing = plan.env.change === 'same' && plan.gitignore === null
  return (
    <section className="stack" aria-label={t('What will change')}>
      <Change folder={folder} change={plan.env} />
      {plan.gitignore && <Change folder={folder} change={plan.gitignore} />}
      {plan.warnings.map(warning => (
        <Notice key={warning.code} tone={warning.code === 'tracked' ? 'rejected' : 'needs'}>
          {warning.message}
        </Notice>
      ))}
      {nothing && <Notice tone="works">{t('The key is there already, and the file is covered.')}</Notice>}
      <div className="cluster">
        {!nothing && (
          <button type="button" className="button main" aria-disabled={busy} onClick={onWrite}>
            {busy ? t('Writing…') : t('Write it')}
          </button>
        )}
        <button type="button" className="button plain" onClick={onLeave}>
          {nothing ? t('Pick another folder') : t('Cancel')}
        </button>
      </div>
    </section>
  )
}

function Change({ folder, change }: { folder: string; change: FileChange }) {
  return (
    <figure className="stack tight">
      <figcaption>
        <code>
          {folder}/{change.name}
        </code>{' '}
        <span className="quiet">{verbs[change.change]}</span>
      </figcaption>
      <pre className="diff">
        {change.preview.map(line => (
          <span
            key={`${line.sign}${line.number}`}
            className={line.sign === '+' ? 'plus' : line.sign === '-' ? 'minus' : undefined}
          >
            <span className="quiet">{String(line.number).padStart(3)}</span> {line.sign} {line.line}
            {'\n'}
          </span>
        ))}
      </pre>
    </figure>
  )
}
