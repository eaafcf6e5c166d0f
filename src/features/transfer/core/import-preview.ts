/**
 * What an import would bring, before anything is written: recognised, doubled, or a problem. Shows no secret. Whose a key is
 * says its name first; where that leaves it open, the person is asked before the key can be imported.
 */

import { hasLookAlikes } from '../../../i18n/look-alikes.ts'
import { plainLine } from '../../../i18n/plain-text.ts'
import { plural, t } from '../../../i18n/t.ts'
import { mostLetters } from '../../../providers/checked-fields.ts'
import { identityOf } from '../../../providers/hosts.ts'
import { isKeptOnly, providers } from '../../../providers/list.ts'
import { addressBeside, nameOfText, unknownService } from '../../../providers/recognition/address-beside.ts'
import { looksLikeKey, saysKey } from '../../../providers/recognition/bare-keys.ts'
import { asWritten } from '../../../providers/recognition/clean-paste.ts'
import { candidate as keyForm } from '../../../providers/recognition/key-forms.ts'
import { amongOthersOfGoogle, namesBeside } from '../../../providers/recognition/names-beside.ts'
import { pasteWords } from '../../../providers/recognition/paste-words.ts'
import { asked, recognise } from '../../../providers/recognition/recognise.ts'
import { isChange, isEndedInLine, isShorterThanKnown } from '../../../providers/recognition/said-ended.ts'
import { serviceNamed } from '../../../providers/recognition/services.ts'
import { certainProvider, kindOf, knownProvider, type Whose } from '../../../providers/recognition/whose.ts'
import { whoseNamed } from '../../../providers/recognition/whose-named.ts'
import type { ProviderId, Recognised } from '../../../providers/verdict.ts'
import { mask } from '../../copy/core/mask.ts'
import { readBackup } from './backup-format.ts'
import { type Clean, clean } from './import-clean.ts'
import { withShaped } from './keys-in-lines.ts'
import { type OtherService, otherService } from './other-key.ts'
import { type Listed, readList } from './parse-list.ts'

/** As many as one message takes. */
const mostKeys = 5000
/** As many settings as are read of one file. */
const mostLines = 20_000
/** As many problems as anybody reads. */
const mostProblems = 200

export type Candidate = {
  /** Without a provider the person has to say whose it is. */
  key: Omit<Clean, 'provider'> & { provider?: ProviderId }
  mask: string
  /** What a person should know before importing it. */
  problem?: string
  /** Its name holds letters of another alphabet that look like others. */
  lookAlikes?: true
  /** Why the provider is open. */
  question?: string
  /** What the list proposes where the provider is open; the person may choose another. */
  suggested?: ProviderId
  /** What it is kept with if it is another service's. */
  other?: OtherService
  /** Label of the key that is in the vault already, or in this file before it. */
  duplicateOf?: string
}
export type Preview = {
  candidates: Candidate[]
  problems: string[]
  /** Entries of another program in which no key was found: nothing of them is kept. */
  leftAlone?: number
}

const candidate = (key: Candidate['key'], problem?: string, question?: string): Candidate => ({
  key,
  mask: mask(key.secret),
  ...(hasLookAlikes(key.label) && { lookAlikes: true as const }),
  ...(problem !== undefined && { problem }),
  ...(question !== undefined && { question }),
})

/** A key by its own shape and the names around it; where they leave it open, another service is proposed. */
export function candidateOf(
  key: Omit<Candidate['key'], 'provider' | 'kind'>,
  names: readonly string[],
  { name = '', webPage }: { name?: string; webPage?: string } = {},
): Candidate {
  const whose = whoseNamed(key.secret, names)
  const { provider, kind, question } = asked(whose)
  const other = otherService(key.secret, name, webPage)
  if (provider && question === undefined)
    return candidate({ ...key, provider, ...(kind && { kind }), ...(provider === 'other' && other) })
  return { ...candidate(key, undefined, question), ...suggestion(key.secret, whose), other }
}

/** Proposed as another service's: what is named for one, and what neither name nor shape says whose it is. */
const suggestion = (secret: string, { provider, named }: Whose): Pick<Candidate, 'suggested'> =>
  certainProvider(secret) === undefined && (named ?? provider ?? 'other') === 'other'
    ? { suggested: 'other' }
    : {}

/** Both lists within what one message and one screen take, saying what was left out. */
export function limited({ candidates, problems, ...rest }: Preview): Preview {
  const kept = candidates.slice(0, mostKeys)
  const untold = problems.length - mostProblems
  return {
    ...rest,
    candidates: kept,
    problems: [
      ...(candidates.length > mostKeys
        ? [
            plural(
              {
                one: 'Keyway takes in one key at a time. What comes after “{label}” is left out.',
                other: 'Keyway takes in {count} keys at a time. What comes after “{label}” is left out.',
              },
              mostKeys,
              { label: kept.at(-1)?.key.label ?? '' },
            ),
          ]
        : []),
      ...problems.slice(0, mostProblems),
      ...(untold > 0
        ? [plural({ one: 'One more line was left out.', other: '{count} more lines were left out.' }, untold)]
        : []),
    ],
  }
}

/** The text of a file that is not sealed, or what was pasted: a backup, or any list. */
export function previewText(text: string): Preview {
  return /"format"\s*:\s*"keyway-backup"/.test(text.slice(0, 2000)) ? previewBackup(text) : previewList(text)
}

/** Any list of names and keys. Lines in which no key can be seen are said, by number. */
export function previewList(text: string): Preview {
  const preview: Preview = { candidates: [], problems: [] }
  const { lines, listed } = readList(asWritten(text))
  let [lineAt, before] = [-1, 0]
  const isOfChange = isChange(text)
  const problemIn = (at: number, key: string, problem?: string) =>
    isEndedInLine(lines[at] ?? '', key, isOfChange) ? pasteWords.problems.ended : problem
  for (const [entry, shaped] of withShaped(listed, lines, mostLines)) {
    // One more than go in: enough to say that there are more.
    if (preview.candidates.length > mostKeys) break
    const { name, value, line, at } = entry
    if (at !== lineAt) [lineAt, before] = [at, preview.candidates.length]
    const names = (
      entry.names
        ? [
            addressBeside(lines, at, name ?? '', value),
            amongOthersOfGoogle(lines, at, name ?? '', value),
            ...entry.names.map(nameOfText),
          ]
        : [
            ...namesBeside(lines, at, shaped.find(one => value.includes(one)) ?? value),
            shaped.length > 1 ? '' : name,
          ]
    ).filter(each => each !== undefined)
    const seen = recognise(value, names)
    const [problem] = seen.problems
    const provider = knownProvider(seen)
    if (value === '') {
      // A comment: only what has a key's shape.
    } else if (seen.key === undefined || !isWanted(seen.key, entry, seen, provider)) {
      if (name !== undefined && seen.kind !== 'oauth' && saysKey(name) && looksLikeKey(value)) {
        preview.candidates.push(candidateOf({ ...named(entry, names), secret: value }, names, { name }))
      } else if (shaped.length === 0 && (name === undefined || /key|token|secret/i.test(name)))
        preview.problems.push(
          t('Line {line}: {problem}', {
            line,
            // What was seen in a key that is not taken in is true only where it says why.
            problem:
              seen.problems.find(({ code }) => seen.key === undefined || code === 'not_a_key')?.message ??
              t('no API key that Keyway knows.'),
          }),
        )
    } else {
      const key = {
        ...(provider && { provider, ...(seen.kind && { kind: seen.kind }) }),
        ...seen.service,
        ...named(entry, names),
        secret: seen.key,
      }
      preview.candidates.push({
        ...candidate(key, problemIn(at, seen.key, problem?.message), seen.question),
        ...(provider === undefined && {
          ...suggestion(key.secret, whoseNamed(key.secret, names)),
          other: otherService(key.secret, name ?? ''),
        }),
      })
    }
    const inLine = preview.candidates.slice(before).map(({ key }) => key.secret)
    for (const secret of new Set(shaped)) {
      // An entry of the line holds it already.
      if (inLine.some(each => each.includes(secret))) continue
      const beside = namesBeside(lines, at, secret)
      const found = candidateOf({ ...named({ ...entry, name: '' }, beside), secret }, beside, {
        name: beside[0] ?? '',
      })
      const said = problemIn(at, secret, isShorterThanKnown(secret) ? pasteWords.problems.short : undefined)
      preview.candidates.push({ ...found, ...(said !== undefined && { problem: said }) })
    }
  }
  if (listed.length > mostLines)
    preview.problems.unshift(
      plural(
        {
          one: 'Keyway reads one line at a time. The lines after it were left out.',
          other: 'Keyway reads {count} lines at a time. The lines after them were left out.',
        },
        mostLines,
      ),
    )
  return limited(preview)
}

/** What has no key's prefix is a key only where its name says so: files are full of other random texts. */
function isWanted(key: string, { name, value }: Listed, seen: Recognised, provider?: ProviderId): boolean {
  if (seen.kind === 'session' && seen.problems.some(({ code }) => code === 'not_a_key')) return false
  if (certainProvider(key) !== undefined) return true
  if (/\s/.test(value.trim()) && key.search(keyForm) !== 0) return false
  if (seen.problems.some(({ code }) => code === 'not_a_key')) return false
  return (
    name === undefined ||
    key.startsWith('sk-') ||
    (/key|token/i.test(name) && (provider !== undefined || seen.provider !== undefined))
  )
}

/** `value`, `apiKey`: the name of any key. What stands around it says more. */
const anyName = /^(?:value|key|secret|token|password|login_password|api[_-]?key|access[_-]?token)$/i

function named(entry: Listed, names: readonly string[]): { label: string; environment?: string } {
  const label = labelOf(entry, names)
  const environment = environmentIn(label)
  return { label, ...(environment !== undefined && { environment }) }
}

function labelOf({ name, line }: Listed, names: readonly string[]): string {
  const said =
    name === undefined || anyName.test(name)
      ? names.find(each => each !== unknownService && !anyName.test(each.trim()) && !/^https:/.test(each))
      : name
  const label = plainLine((said ?? name ?? '').slice(0, 200))
    .replace(/^[\W_]+|(?<![\W_])[\W_]+$/gu, '')
    .replace(/^(?:name|service|provider|title|label)\W+/i, '')
  return label === '' ? t('Imported key, line {line}', { line }) : label
}

const environments: [RegExp, string][] = [
  [/^pro?d(?:uction)?$/i, t('Production')],
  [/^(?:stag(?:e|ing)?|stg)$/i, t('Staging')],
  [/^dev(?:elop(?:ment)?)?$/i, t('Development')],
]

/** `OPENAI_API_KEY_PROD` -> Production: said by one whole word of the name; two that differ say nothing. */
export function environmentIn(label: string): string | undefined {
  const words = label.split(/[^\p{L}\p{N}]+/u)
  const found = environments.filter(([pattern]) => words.some(word => pattern.test(word)))
  return found.length === 1 ? found[0]?.[1] : undefined
}

/** What another program calls the place that a key is for: in the words of the form, or in its own. */
export const environmentOf = (name: string): string => environmentIn(name) ?? name.trim()

/** The text of an opened backup file. */
export function previewBackup(text: string): Preview {
  const read = readBackup(text)
  if (!read.ok) return { candidates: [], problems: [read.message] }
  const preview: Preview = { candidates: [], problems: [...read.problems] }
  for (const each of read.keys) {
    const key = clean(each)
    if (typeof key === 'string') preview.problems.push(key)
    else
      preview.candidates.push(
        isContradicted(key) ? contradicted(key) : candidate(key, changed(each.secret, key)),
      )
  }
  return limited(preview)
}

/** Keys hold no blanks and no line breaks. */
const changed = (secret: string, key: Clean): string | undefined =>
  secret === key.secret
    ? undefined
    : t('Blanks, line breaks or invisible characters in this key were taken out.')

/** The file says whose it is, but its shape is another provider's, or its name another service's. */
function isContradicted({ provider, secret, label }: Clean): boolean {
  // Asked on this computer, or nowhere.
  if (providers[provider].local || isKeptOnly({ provider })) return false
  const certain = certainProvider(secret)
  if (certain !== undefined) return certain !== provider
  const named = serviceNamed(label)
  return named !== undefined && named !== provider
}

function contradicted({ provider: _, kind: __, ...key }: Clean): Candidate {
  return candidate(key, undefined, t('Name, shape and file do not agree on whose it is.'))
}

/** The providers that a person may choose from for a key. */
export function choices(key: string): ProviderId[] {
  const certain = certainProvider(key)
  return certain ? [certain] : (Object.keys(providers) as ProviderId[]).filter(id => !providers[id].local)
}

/** With the person's choice for those whose provider was open; without those that stay open. */
export function ready(
  candidates: readonly Candidate[],
  chosen: ReadonlyMap<Candidate, ProviderId>,
  environments: ReadonlyMap<Candidate, string> = new Map(),
): Clean[] {
  return candidates.flatMap(one => {
    const { secret } = one.key
    const said = chosen.get(one)
    const provider = said ?? one.key.provider
    if (!provider || (said && !choices(secret).includes(said))) return []
    const isChanged = provider !== one.key.provider
    const { kind: _, service: __, webPage: ___, variable: ____, ...bare } = one.key
    const key = isChanged ? { ...bare, ...(provider === 'other' && one.other) } : one.key
    const environment = environments.get(one)?.trim().slice(0, mostLetters.environment) ?? one.key.environment
    const { environment: _____, ...rest } = { kind: kindOf(provider, secret), ...key, provider }
    return [environment ? { ...rest, environment } : rest]
  })
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
