/**
 * Who may read an encrypted project file: age and SSH public keys, as a person pastes or drops them. Pure. A private key is refused
 * before anything else is looked at.
 */
import { t } from '../../../../i18n/t.ts'
import { type Failure, fail } from '../../../../protocol/failure.ts'

export type Recipient = { kind: 'age' | 'age-pq' | 'ssh-ed25519' | 'ssh-rsa'; text: string }

export type Recipients = { ok: true; recipients: Recipient[] } | Failure

/** A longer list is a mistake, or a file of another kind. */
const most = 100

/** @param text lines of `age-keygen`, of a `.pub` file, of a recipients file; comments and blank lines are skipped */
export function readRecipients(text: string): Recipients {
  if (/AGE-SECRET-KEY-|AGE-PLUGIN-|PRIVATE KEY-/i.test(text))
    return fail(
      'private_key',
      t(
        'That is a private key: leave it where it is. Use the public key, which begins with age1, ssh-ed25519 or ssh-rsa.',
      ),
    )
  const found = new Map<string, Recipient>()
  for (const line of text.split(/[\r\n]+/).map(one => one.trim())) {
    if (line === '') continue
    const recipient = readOne(line)
    if (recipient) found.set(recipient.text, recipient)
    else if (!line.startsWith('#')) return notOne(line)
    if (found.size > most) return notOne(line)
  }
  const recipients = [...found.values()]
  if (recipients.length === 0)
    return fail(
      'bad_recipient',
      t('Paste at least one public key. It begins with age1, ssh-ed25519 or ssh-rsa.'),
    )
  const pq = recipients.filter(({ kind }) => kind === 'age-pq')
  if (pq.length > 0 && pq.length < recipients.length)
    return fail(
      'bad_recipient',
      t('age does not mix age1pq1 keys with others, because the others would undo their protection.'),
    )
  return { ok: true, recipients }
}

/** As the one line that tools write into their files: no comment, which often names a person and a machine. */
export function asLines(recipients: Recipient[]): string {
  return recipients.map(({ text }) => text).join('\n')
}

function readOne(line: string): Recipient | undefined {
  // `age-keygen` writes "# public key: age1…" into the file and "Public key: age1…" on the screen.
  const [, text] = /^(?:#?\s*public key:\s*)?(age1[0-9a-z]+)$/i.exec(line) ?? []
  // age1NAME1… is a plugin's; the post-quantum kind is age's own.
  if (text?.startsWith('age1pq1')) return { kind: 'age-pq', text }
  if (text && !/^age1[a-z0-9]+1/.test(text)) return { kind: 'age', text }
  const [, kind, body] = /^(ssh-ed25519|ssh-rsa) +([A-Za-z0-9+/]+={0,2})(?: .*)?$/.exec(line) ?? []
  if (kind === 'ssh-ed25519' || kind === 'ssh-rsa') return { kind, text: `${kind} ${body}` }
  return undefined
}

function notOne(line: string): Failure {
  const shown = line.length > 24 ? `${line.slice(0, 24)}…` : line
  return fail(
    'bad_recipient',
    t('“{shown}” is no public key that Keyway knows: age1…, age1pq1…, ssh-ed25519 or ssh-rsa.', { shown }),
  )
}
