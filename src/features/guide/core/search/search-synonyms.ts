/**
 * Words that people use for the same thing when they ask about keys and accounts. Data, in the language of the guides; a word
 * may be in several groups. What stands here holds for every guide; what only one guide is called by stands in its `searchWords`.
 */
import { stem } from './search-terms.ts'

const groups = [
  'create make generate get obtain issue mint setup new',
  'delete remove revoke erase destroy kill invalidate disable deactivate trash wipe',
  'cancel close quit leave end stop terminate unsubscribe discontinue',
  'leak expose compromise steal stolen stole hack hacker breach theft abuse misuse public publish',
  'cost price pricing charge expense fee spend spent expensive burn burnt dear pricey',
  'limit cap ceiling maximum max budget threshold',
  'pay paid payment billing purchase buy bought',
  'credit money balance fund prepaid dollar usd euro buck',
  '2fa mfa totp otp authenticator authy',
  'replace rotate renew swap change refresh regenerate exchange reissue recreate roll',
  'restrict scope permission right privilege access capability',
  'organization org company team enterprise business firm corporate employer',
  'app tool plugin extension software program application',
  'server backend bot automation cron daemon script worker',
  'usage consumption consume burn burnt statistics stats analytics',
  'verify confirm validate identify prove',
  'passport license licence selfie',
  'signup register join',
  'broken break fail failure failing broke crash',
  'error problem issue trouble exception wrong bug',
  'throttle slow hang',
  'spike jump double triple surge explode skyrocket sudden unusual unexpected suspicious strange weird odd',
  'raise increase lift higher',
  'reduce lower cut decrease cheaper save less',
  'cheap cheaper cheapest inexpensive affordable low',
  'wrong incorrect invalid bad false malformed',
  'export download csv spreadsheet report',
  'pipeline ci workflow deploy deployment build',
  'boss manager supervisor owner admin administrator',
  'robot bot service technical',
  'beginner newbie novice newcomer start starting',
  'night nightly overnight',
  'old previous former',
  'home house local locally offline',
  'free gratis unpaid',
  'repository repo git commit push',
  'frontend browser javascript html client',
  'passport id identity document paper papers',
  'store save keep',
  'log history record protocol',
  'allow permit allowed permitted legal',
  'arrive come receive',
  'policy rule term tos guideline compliance',
  'ban block suspend',
  'protect secure security safe safety harden',
  'see view check show track monitor watch inspect find',
  'key secret credential',
  'someone somebody anyone anybody stranger else unknown',
  'picture image photo',
  'bill invoice receipt statement charge',
  'card creditcard visa mastercard debit',
  'phone mobile sms',
  'mail email',
  'alert notify notification warn warning reminder',
  'expire expiry outdated old stale runout',
  'smallest least minimal minimum fewest lowest',
  'statistics number figure graph chart diagram',
  'gone disappear vanish missing lose lost',
  'medical health hospital doctor patient clinic',
  'plan subscription membership',
  'computer laptop pc desktop mac',
  'website site webpage homepage blog',
  'school university college class teacher student homework',
  'tax vat accounting accountant bookkeeping',
  'down outage unavailable unreachable offline',
  'screenshot video recording stream',
  'country region abroad travel',
  'prompt question conversation message',
  'private privacy confidential personal',
  'move transfer migrate',
  'huge big high large enormous',
  'month monthly',
  'day daily',
  'deny forbid refuse reject decline',
  'empty exhaust zero runout',
  'install installed uninstall',
  'environment env staging production development dev prod',
  'employee colleague coworker contractor freelancer intern staff teammate member',
  'age minor underage child children kid son daughter teen teenager pupil',
  'minute rpm tpm second',
  'reload recharge renewal renew',
  'auto automatic automatically itself',
  'customer client user tenant',
  'share lend borrow give loan',
  'friend family brother sister wife husband neighbour neighbor',
  'unauthorized unauthenticated authentication auth',
]

const table = new Map<string, Set<string>>()
for (const group of groups) {
  const stems = group.split(' ').map(stem)
  for (const each of stems) table.set(each, new Set([...(table.get(each) ?? []), ...stems]))
}

/** All of them, as they are written: to know a slip of the finger in one. */
export const synonymWords: readonly string[] = groups.flatMap(group => group.split(' '))

/** Stems of the words that may stand for this one, itself not among them. */
export function synonymsOf(term: string): string[] {
  return [...(table.get(term) ?? [])].filter(other => other !== term)
}
