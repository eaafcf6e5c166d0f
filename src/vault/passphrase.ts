/** Is a passphrase long and rare enough to stand alone? Length and a short list of the common; no rules about symbols. */
import { t } from '../i18n/t.ts'

export const shortest = 15

/** Beginnings and repeats that make a long passphrase short. Lower case. */
const common = [
  'password',
  'passphrase',
  'passwort',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  '1234567890',
  'abcdefghijklm',
  'iloveyou',
  'letmein',
  'correcthorsebatterystaple',
  'correct horse battery staple',
  'the quick brown fox',
  'openai',
  'chatgpt',
  'keyway',
  'admin',
  'welcome',
  'monkey',
  'dragon',
]

export type Judgement =
  | { ok: true; strength: 'fair' | 'good' | 'strong'; message: string }
  | { ok: false; problem: 'short' | 'common' | 'repeats'; message: string }

/** The letters that count once common phrases and repeats are taken out. */
function rare(passphrase: string): string {
  let rest = passphrase.toLowerCase()
  for (const phrase of common) rest = rest.replaceAll(phrase, '')
  // "abcabcabc" is as good as "abc".
  return rest.replace(/(.{1,8}?)\1{2,}/gu, '$1')
}

export function judgePassphrase(passphrase: string): Judgement {
  const length = [...passphrase.normalize('NFC')].length
  if (length < shortest)
    return {
      ok: false,
      problem: 'short',
      message: t('At least {shortest} characters, or four generated words. {missing} to go.', {
        shortest,
        missing: shortest - length,
      }),
    }
  const left = [...rare(passphrase)].length
  if (left < 8 && left < length)
    return {
      ok: false,
      problem: /(.{1,8}?)\1{2,}/u.test(passphrase) ? 'repeats' : 'common',
      message: t('Too easy to guess: take away the common words and repeats and little is left.'),
    }
  if (left >= 28) return { ok: true, strength: 'strong', message: t('Strong.') }
  if (left >= 20) return { ok: true, strength: 'good', message: t('Good.') }
  return { ok: true, strength: 'fair', message: t('Fair. A few more words make it much stronger.') }
}
