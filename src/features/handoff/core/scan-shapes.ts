/**
 * What keys look like in a text: one table for the leak scan, for the hook before a commit and for the rules of gitleaks. Each pattern is
 * written so that JavaScript, `grep -E` and Go read it alike. Lengths leave room: a shape that is too long is missed. Shapes as leak
 * scanners know them (gitleaks, trufflehog), read November 2026. Pure.
 */

import { keptShapes } from '../../../providers/recognition/kept-services.ts'

export type ScanShape = {
  id: string
  what: string
  /** The key itself. */
  pattern: string
  /** Looks like anything: only beside this name, as `name = "key"`. */
  name?: string
}

export const scanShapes: readonly ScanShape[] = [
  {
    id: 'sk',
    what: 'OpenAI, Anthropic, OpenRouter, DeepSeek and others (sk-)',
    pattern: 'sk-[A-Za-z0-9_-]{20,}',
  },
  { id: 'lm-studio', what: 'LM Studio', pattern: 'sk-lm-[A-Za-z0-9_]{6,}:[A-Za-z0-9_]{10,}' },
  { id: 'openai-session', what: 'OpenAI session', pattern: 'sess-[A-Za-z0-9]{30,}' },
  { id: 'groq', what: 'Groq', pattern: 'gsk_[A-Za-z0-9]{30,}' },
  { id: 'xai', what: 'xAI', pattern: 'xai-[A-Za-z0-9_-]{40,}' },
  { id: 'google', what: 'Google', pattern: 'AIza[A-Za-z0-9_-]{30,}' },
  { id: 'google-auth', what: 'Google, the newer form', pattern: 'AQ\\.[A-Za-z0-9_-]{40,}' },
  { id: 'together', what: 'Together', pattern: 'tgp_v1_[A-Za-z0-9_-]{20,}' },
  { id: 'cerebras', what: 'Cerebras', pattern: 'csk-[a-z0-9]{40,}' },
  { id: 'mistral', what: 'Mistral', pattern: '[A-Za-z0-9]{32}', name: beginningWith('mistral') },
  { id: 'together-older', what: 'Together, older', pattern: '[a-f0-9]{64}', name: beginningWith('together') },
  { id: 'cohere', what: 'Cohere', pattern: '[A-Za-z0-9]{40}', name: beginningWith('cohere') },
  { id: 'azure-older', what: 'Azure OpenAI, older', pattern: '[a-f0-9]{32}', name: beginningWith('azure') },
  ...keptShapes.map(({ service, shape }) => ({
    id: service.toLowerCase().replaceAll(' ', '-'),
    what: service,
    pattern: readByAll(shape),
  })),
]

/** A name of that beginning in any case, written so that all three read it. */
function beginningWith(word: string): string {
  return `${word.replace(/[a-z]/g, letter => `[${letter.toUpperCase()}${letter}]`)}[A-Za-z0-9_.-]*`
}

/** A whole key's shape as a part of a line, without what `grep -E` has not. */
function readByAll({ source }: RegExp): string {
  return source.slice(1, -1).replaceAll('\\w', 'A-Za-z0-9_').replaceAll('(?:', '(')
}

/** Not the end of a longer word, nor the beginning of one. */
const free = '(?<![A-Za-z0-9_-])'

const plain = new RegExp(
  `${free}(?:${scanShapes.flatMap(({ pattern, name }) => (name === undefined ? [pattern] : [])).join('|')})`,
  'g',
)
const named = scanShapes.flatMap(({ pattern, name }) =>
  name === undefined
    ? []
    : [new RegExp(`${name}["']?[ \\t]*[:=][ \\t]*["']?(${pattern})(?![A-Za-z0-9_-])`, 'g')],
)

/** Every text of the line that looks like a key, examples among them. */
export function keysIn(line: string): string[] {
  const found = Array.from(line.matchAll(plain), ([key]) => key)
  for (const pattern of named)
    for (const [, key = ''] of line.matchAll(pattern)) if (!found.includes(key)) found.push(key)
  return found
}

/**
 * The same table as rules of gitleaks (https://github.com/gitleaks/gitleaks, `[[rules]]`, read 22 November 2026). Not run with gitleaks
 * itself: it is in no registry that the tests reach. They try each rule with Go's matcher, which is gitleaks' own.
 */
export function gitleaksRules(): string {
  const rules = scanShapes.map(({ id, what, pattern, name }) =>
    [
      '[[rules]]',
      `id = "keyway-${id}"`,
      `description = "${what}"`,
      // Go has no look-behind: what stands before is part of the match, the key is the group.
      name === undefined
        ? `regex = '''(?:^|[^A-Za-z0-9_-])(${pattern})'''`
        : `regex = '''${name}["']?[ \\t]*[:=][ \\t]*["']?(${pattern})(?:[^A-Za-z0-9_-]|$)'''`,
      'secretGroup = 1',
    ].join('\n'),
  )
  return `title = "Keys of AI providers"\n\n[extend]\nuseDefault = true\n\n${rules.join('\n\n')}\n`
}
