/** What is said of a pasted text beside its problems: what looks like a key and is none, and where the key was found. Pure. */
import { plural, t } from '../../i18n/t.ts'

const otherTokens: readonly [RegExp, string][] = [
  [/^(?:ghp|gho|ghs|ghu|github_pat)_/, t('This is a GitHub token, not an AI provider’s key.')],
  [/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/, t('This is an AWS access key id, not an AI provider’s key.')],
  [/^org-/, t('This is an organization’s id, not a key. A key begins with sk-.')],
  [/^proj_/, t('This is a project’s id, not a key. A key begins with sk-.')],
  [/^key_/, t('This is a key’s tracking id, not the key itself. A key begins with sk-.')],
  [/^[\w.+-]+@[\w-]+\.\w+$/, t('This is an e-mail address, not a key.')],
]

export const pasteWords = {
  /** What this text is; undefined where it may be a key. */
  other: (text: string): string | undefined => otherTokens.find(([shape]) => shape.test(text))?.[1],
  several: (count: number): string =>
    plural(
      {
        one: 'There is one key in this text. It was taken.',
        other: 'There are {count} keys in this text. The first one was taken.',
      },
      count,
    ),
  keyInUrl: t(
    'This is a web address with a key in it. Only the key was taken; treat the address as a secret.',
  ),
  signInToken: t(
    'This is a ChatGPT sign-in token, not an API key. It ends by itself and the API does not take it.',
  ),
}
export type PasteWords = typeof pasteWords
