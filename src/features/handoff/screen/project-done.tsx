/** The file is written: what to do now, and how the program starts with it. */
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import { variableName } from '../../../providers/variable-names.ts'
import { Notice } from '../../../ui/notice.tsx'
import { encryptedForms } from '../core/encrypted/project-forms.ts'
import { readRecipients } from '../core/encrypted/recipients.ts'
import { fileOf, type Job } from './plan-job.ts'
import { SnippetChoice } from './snippet-choice.tsx'

export function ProjectDone({ job, row }: { job: Job; row: KeyRow }) {
  const file = <code>{`${job.folder.name}/${fileOf(job, row)}`}</code>
  if (job.form === 'env')
    return (
      <Notice tone="works" live>
        {rich(t('Done. {file} holds the key. Restart your program, and its editor or terminal.'), { file })}
      </Notice>
    )
  const read = readRecipients(job.recipients)
  const provider = providers[row.provider]
  const url = URL.parse(baseUrlOf(row) ?? provider?.baseUrl ?? '')
  return (
    <>
      <Notice tone="works" live>
        {rich(t('Done. {file} holds the key, encrypted. You may commit it.'), { file })}
      </Notice>
      <SnippetChoice
        title={t('Start your program with it')}
        choices={encryptedForms[job.form].run({
          name: variableName(row),
          recipients: read.ok ? read.recipients : [],
          ...(url?.protocol === 'https:' && { host: url.host }),
          ...(provider && { header: provider.auth.header.toLowerCase() }),
        })}
      />
    </>
  )
}
