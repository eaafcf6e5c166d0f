/** What is said of a pasted text: its problems, what looks like a key and is none, and where the key was found. Pure. */
import { plural, t } from '../../i18n/t.ts'
import type { ProblemCode } from '../verdict.ts'

const problems: Record<ProblemCode, string> = {
  empty: t('There is nothing here yet. Paste the key.'),
  blank_inside: t('There was a blank inside the key. It was taken out.'),
  line_break: t('The key was broken over several lines. It was joined again.'),
  invisible_character: t('There was an invisible character in the text. It was taken out.'),
  curly_quote: t('There were curly quotes around it. They were taken off.'),
  not_ascii: t('There is a letter in it that no key contains. Copy the key again from where it was shown.'),
  wrapped: t('There was other text around the key. Only the key was taken.'),
  url: t('This is a web address, not a key.'),
  prose: t('This is text. Paste only the key.'),
  masked: t(
    'Part of this key is hidden, so it cannot work. The whole key is shown only once, when it is made.',
  ),
  truncated: t('This looks like only the beginning of a key. Copy it again, to the end.'),
  short: t(
    'This key is shorter than other keys of its provider. If it is only a part, copy it again, to the end.',
  ),
  ended: t('Words beside this key may say that it has ended. A test will show it.'),
  placeholder: t('This is the example from an instruction. Put your own key in its place.'),
  not_a_key: t('This does not look like a key of any provider that Keyway knows.'),
}

const otherTokens: readonly [RegExp, string][] = [
  [/^(?:ghp|gho|ghs|ghu|github_pat)_/, t('This is a GitHub token, not an AI provider’s key.')],
  [/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/, t('This is an AWS access key id, not an AI provider’s key.')],
  [/^org-/, t('This is an organization’s id, not a key. A key begins with sk-.')],
  [/^proj_/, t('This is a project’s id, not a key. A key begins with sk-.')],
  [/^key_/, t('This is a key’s tracking id, not the key itself. A key begins with sk-.')],
  [/^[\w.+-]+@[\w-]+\.\w+$/, t('This is an e-mail address, not a key.')],
]

export const pasteWords = {
  problems,
  textAround: t('There was other text around the key. Only the key was taken.'),
  /** What this text is; undefined where it may be a key. */
  other: (text: string): string | undefined => otherTokens.find(([shape]) => shape.test(text))?.[1],
  several: (count: number): string =>
    plural(
      {
        one: 'There is one key in this text. It was taken.',
        other: 'There are {count} keys in this text. One of them was taken.',
      },
      count,
    ),
  keyInUrl: t(
    'This is a web address with a key in it. Only the key was taken; treat the address as a secret.',
  ),
  claudeSession: t('This is a session of claude.ai, not an API key. The API does not take it.'),
  signInToken: t('This is a ChatGPT sign-in token, not an API key. The API does not take it.'),
}
