/** Plans and writes what a person chose for a folder, with the key in hand for that long only. */
import { t } from '../../../i18n/t.ts'
import { rememberFolder } from '../../../platform/folders.ts'
import { send } from '../../../platform/send.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { variableName } from '../../../providers/variable-names.ts'
import { mask } from '../../copy/core/mask.ts'
import type { FileKind } from '../../policy/core/policy.ts'
import { fnoxFile } from '../core/encrypted/fnox.ts'
import { type EncryptedPlan, type GoodPlan, holdsOneOf, isPlainSwap } from '../core/encrypted/plan.ts'
import { encryptedForms, type FormId } from '../core/encrypted/project-forms.ts'
import { asLines, readRecipients } from '../core/encrypted/recipients.ts'
import { specFile } from '../core/encrypted/secretspec.ts'
import { planProject } from '../core/project-plan.ts'
import { readFiles, readFolder, writeFolder } from './project-folder.ts'

/** `recipients`: public keys as they were typed; `dotenvx` and `env` need none. */
export type Job = { folder: FileSystemDirectoryHandle; form: FormId; recipients: string }

export type Planned = { ok: true; plan: GoodPlan; job: Job }

/** What a policy calls such a file. */
export const kindOf = (form: FormId): FileKind => (form === 'env' ? 'env' : 'encrypted')

/** The file that holds the key in the end, below the folder. */
export function fileOf({ form }: Job, row: KeyRow): string {
  return form === 'env' ? '.env' : encryptedForms[form].file(variableName(row))
}

/** Pulls the key, plans with it, and lets go of it. */
export function look(row: KeyRow, job: Job): Promise<Planned | Failure> {
  return withSecret(row, job, async () => undefined)
}

/** The same, and writes what was planned. */
export function write(row: KeyRow, job: Job): Promise<Planned | Failure> {
  return withSecret(row, job, plan => writeNow(row, job, plan))
}

/** The same without a look before, where Keyway wrote `old` earlier and nothing else has changed there since. */
export function takeOver(old: KeyRow, row: KeyRow, job: Job): Promise<Planned | Failure> {
  return withSecret(row, job, async plan => {
    const { folder, form } = job
    const tails = [old.lastFour, row.lastFour]
    const isThere =
      form !== 'env' || holdsOneOf((await readFiles(folder, ['.env'])).get('.env'), variableName(row), tails)
    if (!isThere || !isPlainSwap(plan, fileOf(job, row)))
      return fail(
        'look_first',
        t('“{name}” has changed since Keyway wrote there. Review the change first.', { name: folder.name }),
      )
    return writeNow(row, job, plan)
  })
}

async function writeNow(row: KeyRow, job: Job, { changes }: GoodPlan): Promise<undefined> {
  await writeFolder(
    job.folder,
    changes.filter(({ change }) => change !== 'same'),
  )
  const read = readRecipients(job.recipients)
  await rememberFolder(row.id, job.folder, {
    ...(job.form !== 'env' && { form: job.form }),
    ...(job.form !== 'env' && read.ok && { recipients: asLines(read.recipients) }),
  })
  const usedIn = [...new Set([...(row.usedIn ?? []), `${job.folder.name}/${fileOf(job, row)}`])]
  void send('screen.edit', { id: row.id, about: { usedIn } })
  return undefined
}

async function withSecret(
  row: KeyRow,
  job: Job,
  use: (plan: GoodPlan) => Promise<Failure | undefined>,
): Promise<Planned | Failure> {
  const pulled = await send('screen.pull', { id: row.id, reason: job.form === 'env' ? 'write' : 'encrypt' })
  if (!pulled.ok) return pulled
  try {
    const plan = await planWith(row, job, pulled.secret)
    if (!plan.ok) return plan
    return (await use(plan)) ?? { ok: true, plan, job }
  } catch {
    return {
      ok: false,
      code: 'folder',
      message: t(
        'Keyway could not finish in “{name}”. Look at the folder: all, a part or nothing may be written.',
        { name: job.folder.name },
      ),
    }
  }
}

async function planWith(
  row: KeyRow,
  { folder, form, recipients }: Job,
  secret: string,
): Promise<EncryptedPlan> {
  const name = variableName(row)
  if (form === 'env') {
    const plan = planProject(await readFolder(folder), name, secret, mask(secret))
    if (!plan.ok) return plan
    // .gitignore first: the key is never there without it.
    return {
      ok: true,
      changes: [plan.gitignore, plan.env].filter(change => change !== null),
      warnings: plan.warnings,
    }
  }
  const { needsRecipients, plan, file } = encryptedForms[form]
  const read = needsRecipients ? readRecipients(recipients) : { ok: true as const, recipients: [] }
  if (!read.ok) return read
  const [files, { sealer }] = await Promise.all([
    readFiles(folder, ['.env', '.gitignore', specFile, fnoxFile, file(name)]),
    import('./encrypted/sealer.ts'),
  ])
  const order = {
    name,
    secret,
    recipients: read.recipients,
    files,
    folder: folder.name,
    about: providerName(row.provider),
    now: new Date(),
  }
  return plan(order, sealer)
}
