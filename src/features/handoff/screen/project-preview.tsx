/** The changes to the folder, before they are made. The key is masked, or encrypted. */

import { t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { encryptedForms } from '../core/encrypted/project-forms.ts'
import { readRecipients } from '../core/encrypted/recipients.ts'
import type { FileChange } from '../core/project-plan.ts'
import type { Planned } from './plan-job.ts'

type Props = { planned: Planned; busy: boolean; onWrite: () => void; onLeave: () => void }

const verbs = {
  made: t('will be made'),
  added: t('gets a line'),
  replaced: t('gets a new value'),
  same: t('stays as it is'),
}

export function ProjectPreview({ planned, busy, onWrite, onLeave }: Props) {
  const { plan, job } = planned
  const nothing = plan.changes.every(({ change }) => change === 'same')
  return (
    <section className="stack" aria-label={t('What will change')}>
      {planned.isNew && (
        <Notice tone="needs">
          {t('Files in “{name}” have changed since you looked. Nothing was written. Look at this again.', {
            name: job.folder.name,
          })}
        </Notice>
      )}
      {plan.changes.toReversed().map(change => (
        <Change key={change.name} folder={job.folder.name} change={change} />
      ))}
      <Readers planned={planned} />
      {plan.warnings.map(warning => (
        <Notice
          key={warning.code}
          tone={
            warning.code === 'tracked' ? 'rejected' : warning.code === 'their_recipients' ? 'plain' : 'needs'
          }
        >
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
        <Button className="button plain" isBusy={busy} onPress={onLeave}>
          {nothing ? t('Pick another folder') : t('Cancel')}
        </Button>
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

/** For whom it is encrypted; a file that names its own readers says so itself. */
function Readers({ planned: { plan, job } }: { planned: Planned }) {
  const read = readRecipients(job.recipients)
  const isOwn = plan.warnings.every(({ code }) => code !== 'their_recipients')
  if (job.form === 'env' || !encryptedForms[job.form].needsRecipients || !read.ok || !isOwn) return null
  return (
    <p className="small quiet">
      {t('Encrypted for {keys}', {
        keys: read.recipients.map(({ text }) => `${text.slice(0, 16)}…${text.slice(-6)}`).join(', '),
      })}
    </p>
  )
}
