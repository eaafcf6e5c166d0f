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

/** `basis`: what the plan was made from, the same for the same files; `isNew`: not what was shown before, and nothing was written. */
export type Planned = { ok: true; plan: GoodPlan; job: Job; basis: string; isNew?: true }

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

/** The same, and writes it if it is what the person was shown: files may have changed meanwhile, and with them who can read the key. */
export async function write(row: KeyRow, { job, basis }: Planned): Promise<Planned | Failure> {
  let isNew = false
  const done = await withSecret(row, job, async (plan, now) => {
    isNew = now !== basis
    return isNew ? undefined : writeNow(row, job, plan)
  })
  return done.ok && isNew ? { ...done, isNew } : done
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
  use: (plan: GoodPlan, basis: string) => Promise<Failure | undefined>,
): Promise<Planned | Failure> {
  const pulled = await send('screen.pull', { id: row.id, reason: job.form === 'env' ? 'write' : 'encrypt' })
  if (!pulled.ok) return pulled
  try {
    const { plan, read } = await planWith(row, job, pulled.secret)
    if (!plan.ok) return plan
    const basis = await basisOf(plan, read)
    return (await use(plan, basis)) ?? { ok: true, plan, job, basis }
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

type Read = ReadonlyMap<string, Uint8Array | undefined>

/** The key is encrypted anew each time, so two plans are compared by what they were made from. Other secrets in there are hashed. */
async function basisOf({ changes, warnings }: GoodPlan, read: Read): Promise<string> {
  const hashes = [...read].map(async ([name, bytes]) => [
    name,
    bytes && String(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))),
  ])
  return JSON.stringify([
    changes.map(({ name, change }) => [name, change]),
    warnings,
    await Promise.all(hashes),
  ])
}

async function planWith(
  row: KeyRow,
  { folder, form, recipients }: Job,
  secret: string,
): Promise<{ plan: EncryptedPlan; read: Read }> {
  const name = variableName(row)
  if (form === 'env') {
    const files = await readFolder(folder)
    const plan = planProject(files, name, secret, mask(secret))
    // Git writes its index at every look: only what a warning says of it counts.
    const read = new Map([
      ['.env', files.env],
      ['.gitignore', files.gitignore],
    ])
    if (!plan.ok) return { plan, read }
    // .gitignore first: the key is never there without it.
    const changes = [plan.gitignore, plan.env].filter(change => change !== null)
    return { plan: { ok: true, changes, warnings: plan.warnings }, read }
  }
  const { needsRecipients, plan, file } = encryptedForms[form]
  const readers = needsRecipients ? readRecipients(recipients) : { ok: true as const, recipients: [] }
  if (!readers.ok) return { plan: readers, read: new Map() }
  const [files, { sealer }] = await Promise.all([
    readFiles(folder, ['.env', '.gitignore', specFile, fnoxFile, file(name)]),
    import('./encrypted/sealer.ts'),
  ])
  const order = {
    name,
    secret,
    recipients: readers.recipients,
    files,
    folder: folder.name,
    about: providerName(row.provider),
    now: new Date(),
  }
  return { plan: await plan(order, sealer), read: files }
}
