/** What looks like a key to a person and is none of a provider's: said in a sentence where it is pasted. Pure. */
import { t } from '../../i18n/t.ts'

const otherTokens: readonly [RegExp, string][] = [
  [/^(?:ghp|gho|ghs|ghu|github_pat)_/, t('This is a GitHub token, not an AI provider’s key.')],
  [/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/, t('This is an AWS access key id, not an AI provider’s key.')],
  [/^org-/, t('This is an organization’s id, not a key. A key begins with sk-.')],
  [/^proj_/, t('This is a project’s id, not a key. A key begins with sk-.')],
  [/^key_/, t('This is a key’s tracking id, not the key itself. A key begins with sk-.')],
  [/^[\w.+-]+@[\w-]+\.\w+$/, t('This is an e-mail address, not a key.')],
]

/** What this text is; undefined where it may be a key. */
export const tellOther = (text: string): string | undefined =>
  otherTokens.find(([shape]) => shape.test(text))?.[1]
