/** What an import would bring, before anything is written: recognised, doubled, or a problem. Shows no secret. */

import { plural, t } from '../../../i18n/t.ts'
import { identityOf } from '../../../providers/hosts.ts'
import { recognise } from '../../../providers/index.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { mask } from '../../copy/core/mask.ts'
import { readBackup } from './backup-format.ts'
import { type Clean, clean } from './import-clean.ts'
import { readList } from './parse-list.ts'

/** As many as one message takes. */
const mostKeys = 5000

export type Candidate = {
  key: Clean
  mask: string
  /** What a person should know before importing it. */
  problem?: string
  /** Label of the key that is in the vault already, or in this file before it. */
  duplicateOf?: string
}
export type Preview = { candidates: Candidate[]; problems: string[] }

const candidate = (key: Candidate['key'], problem?: string): Candidate => ({
  key,
  mask: mask(key.secret),
  ...(problem !== undefined && { problem }),
})

/** A `.env` file or a plain list. Lines in which no key can be seen are said, by number. */
export function previewList(text: string): Preview {
  const preview: Preview = { candidates: [], problems: [] }
  for (const { name, value, line } of readList(text)) {
    const seen = recognise(value)
    const provider = seen.provider ?? providerByName(name)
    if (seen.key === undefined || provider === undefined) {
      if (name === undefined || /key|token|secret/i.test(name))
        preview.problems.push(
          t('Line {line}: {problem}', {
            line,
            problem: seen.problems[0]?.message ?? t('no API key that Keyway knows.'),
          }),
        )
      continue
    }
    const label = name ?? t('Imported key, line {line}', { line })
    const kind = seen.kind ? { kind: seen.kind } : {}
    preview.candidates.push(
      candidate({ provider, ...kind, label, secret: seen.key }, seen.problems[0]?.message),
    )
  }
  return preview
}

/** The text of an opened backup file. */
export function previewBackup(text: string): Preview {
  const read = readBackup(text)
  if (!read.ok) return { candidates: [], problems: [read.message] }
  const preview: Preview = { candidates: [], problems: read.problems }
  for (const each of read.keys) {
    const key = clean(each)
    if (typeof key === 'string') preview.problems.push(key)
    else if (preview.candidates.length < mostKeys) preview.candidates.push(candidate(key))
    else if (preview.candidates.length === mostKeys) {
      preview.problems.push(
        plural(
          {
            one: 'Keyway takes in one key at a time. What comes after “{label}” is left out.',
            other: 'Keyway takes in {count} keys at a time. What comes after “{label}” is left out.',
          },
          mostKeys,
          {
            label: preview.candidates.at(-1)?.key.label ?? '',
          },
        ),
      )
      break
    }
  }
  return preview
}

/** `MISTRAL_API_KEY` says whose it is where the key itself does not. */
function providerByName(name: string | undefined): ProviderId | undefined {
  const known: ProviderId[] = [
    'openai',
    'anthropic',
    'gemini',
    'mistral',
    'groq',
    'openrouter',
    'deepseek',
    'xai',
    'together',
  ]
  return known.find(provider => name?.toLowerCase().includes(provider))
}

/** What `screen.findDuplicates` asks for: digests only, under a salt of this moment. */
export async function digests({ candidates }: Preview): Promise<{ salt: string; digests: string[] }> {
  const salt = crypto.randomUUID()
  const hash = async (text: string) =>
    Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))), byte =>
      byte.toString(16).padStart(2, '0'),
    ).join('')
  return { salt, digests: await Promise.all(candidates.map(({ key }) => hash(salt + identityOf(key)))) }
}

/** Marks what the vault has already (`labels`, as the worker answered) and what this file holds twice. */
export function withDuplicates(preview: Preview, labels: (string | null)[]): Preview {
  const seen = new Map<string, string>()
  const candidates = preview.candidates.map((each, i) => {
    const duplicateOf = labels[i] ?? seen.get(identityOf(each.key))
    seen.set(identityOf(each.key), each.key.label)
    return duplicateOf === undefined ? each : { ...each, duplicateOf }
  })
  return { ...preview, candidates }
}
