/** In which forms a key can be put into a project, what each needs, and how the program is started with it. Data. Pure. */
import { t } from '../../../../i18n/t.ts'
import type { Snippet } from '../snippets/snippet.ts'
import { planDotenvx } from './dotenvx.ts'
import { planFnox } from './fnox.ts'
import { fileNameFor, type Planner } from './plan.ts'
import type { Recipient } from './recipients.ts'
import { planAgeFile } from './secretspec.ts'
import { planSops } from './sops.ts'

export const formIds = ['env', 'age', 'fnox', 'dotenvx', 'sops'] as const
export type FormId = (typeof formIds)[number]

export type EncryptedForm = {
  label: string
  /** What it does, and for whom it is. */
  about: string
  plan: Planner
  /** The file that then holds the key, as a place to remember. */
  file: (name: string) => string
  /** Asks for the person's public keys; dotenvx has its own in the file. */
  needsRecipients: boolean
  /** Which real tool has opened such a file, and when that was tried. */
  proof: string
  source: string
  /** How the program starts with it, and what is worth knowing beside it. */
  run: (about: RunAbout) => Snippet[]
}

export type RunAbout = { name: string; recipients: Recipient[]; host?: string; header?: string }

const day = '2026-11-22'
const notRun = t(
  'Written from its public description and opened by a second reader; not run with the tool itself.',
)

export const encryptedForms: Record<Exclude<FormId, 'env'>, EncryptedForm> = {
  age: {
    label: t('age file, with secretspec.toml'),
    about: t(
      'One encrypted file for this key. The age tool alone opens it; secretspec starts your program with it.',
    ),
    plan: planAgeFile,
    file: name => fileNameFor(name, 'age'),
    needsRecipients: true,
    proof: t(
      'Opened with age 1.1.1. secretspec.toml is written from its public description; not run with secretspec itself.',
    ),
    source: 'https://secretspec.dev/providers/age/',
    run: ({ name, recipients }) => [
      shell(
        'secretspec',
        'secretspec',
        `AGE_IDENTITY="$(cat ${identityOf(recipients)})" secretspec run -- npm start`,
      ),
      shell(
        'age',
        t('age alone, in bash or zsh'),
        `( set -a; . <(age -d -i ${identityOf(recipients)} ${fileNameFor(name, 'age')}); exec npm start )`,
      ),
    ],
  },
  fnox: {
    label: 'fnox.toml',
    about: t(
      'The value encrypted inside fnox.toml, beside what is there already. fnox can also keep it from agents.',
    ),
    plan: planFnox,
    file: () => 'fnox.toml',
    needsRecipients: true,
    proof: t('The value was opened with age 1.1.1. {notRun}', { notRun }),
    source: 'https://fnox.jdx.dev/providers/age',
    run: ({ name, recipients, host, header }) => [
      shell('fnox', 'fnox', `FNOX_AGE_KEY_FILE=${identityOf(recipients)} fnox exec -- npm start`),
      ...(host === undefined
        ? []
        : [
            {
              id: 'fnox-proxy',
              label: t('For agents: the program sees a placeholder'),
              language: 'toml' as const,
              text: `# fnox.toml. Then: fnox proxy run -- codex
[proxy]
egress = "strict"

[[proxy.rules]]
secret = "${name}"
domain = "${host}"
header = "${header ?? 'authorization'}"
methods = ["GET", "POST"]
paths = ["/**"]`,
            },
          ]),
    ],
  },
  dotenvx: {
    label: t('.env encrypted by dotenvx'),
    about: t(
      'For a .env that has a DOTENV_PUBLIC_KEY: the value is encrypted with it, and the file may be committed.',
    ),
    plan: planDotenvx,
    file: () => '.env',
    needsRecipients: false,
    proof: t('Opened with dotenvx 2.38.2.'),
    source: 'https://dotenvx.com',
    run: () => [shell('dotenvx', 'dotenvx', 'dotenvx run -- npm start')],
  },
  sops: {
    label: 'SOPS',
    about: t('One encrypted JSON file for this key, for teams that use SOPS already.'),
    plan: planSops,
    file: name => fileNameFor(name, 'sops.json'),
    needsRecipients: true,
    proof: notRun,
    source: 'https://github.com/getsops/sops',
    run: ({ name, recipients }) => [
      shell(
        'sops',
        'SOPS',
        `${isSsh(recipients) ? 'SOPS_AGE_SSH_PRIVATE_KEY_FILE' : 'SOPS_AGE_KEY_FILE'}=${identityOf(recipients)} sops exec-env ${fileNameFor(name, 'sops.json')} 'npm start'`,
      ),
    ],
  },
}

/** When the sources above were read and the tools were run. */
export const formsChecked = day

/** For people who have neither an age identity nor an SSH key: four commands, the last of which prints the text to paste. */
export const makeIdentity: Snippet = {
  id: 'make-identity',
  label: t('Make an age identity'),
  language: 'bash',
  text: `brew install age   # or: sudo apt install age, winget install FiloSottile.age
mkdir -p ~/.config/age
(umask 077; age-keygen -o ~/.config/age/keys.txt)
age-keygen -y ~/.config/age/keys.txt`,
}

function shell(id: string, label: string, text: string): Snippet {
  return { id, label, language: 'bash', text }
}

function isSsh(recipients: Recipient[]): boolean {
  return recipients[0]?.kind.startsWith('ssh-') ?? false
}

/** Where the private key usually is. Only the person knows where theirs is. */
function identityOf(recipients: Recipient[]): string {
  const kind = recipients[0]?.kind
  if (kind === 'ssh-ed25519') return '~/.ssh/id_ed25519'
  return kind === 'ssh-rsa' ? '~/.ssh/id_rsa' : '~/.config/age/keys.txt'
}
