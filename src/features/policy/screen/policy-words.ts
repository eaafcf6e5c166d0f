/** Each policy in words, as it holds now. */
import { plural, t } from '../../../i18n/t.ts'
import { providerIds } from '../../../providers/list.ts'
import { providerName } from '../../../providers/provider-names.ts'
import type { Policy, PolicyName } from '../core/policies.ts'
import { allowedCarriers, type FileKind, fileKinds, isAllowed } from '../core/policy.ts'

type Words = { [N in PolicyName]: { title: string; says: (value: NonNullable<Policy[N]>) => string } }

const notLimited = t('No limit')
const allowed = (is: boolean) => (is ? notLimited : t('Not allowed'))
const minutes = (count: number) =>
  plural({ one: '1 minute at most', other: '{count} minutes at most' }, count)

const fileNames: Record<FileKind, string> = { env: '.env', encrypted: t('encrypted files') }

export const policyWords: Words = {
  passphraseWordsAtLeast: {
    title: t('Words in a new passphrase'),
    says: count => plural({ one: '{count} at least', other: '{count} at least' }, count),
  },
  lockAfterMinutesAtMost: { title: t('Lock the vault after'), says: minutes },
  lockWithSystem: { title: t('Lock with the computer'), says: () => t('Always, as everywhere') },
  clearClipboardSecondsAtMost: {
    title: t('Clear the clipboard after'),
    says: count => plural({ one: '1 second at most', other: '{count} seconds at most' }, count),
  },
  copyFreely: { title: t('Copy a key again without a proof'), says: allowed },
  providers: {
    title: t('Providers'),
    says: names => {
      const known = providerIds.filter(id => isAllowed(id, { providers: names }))
      return known.length > 0 ? known.map(providerName).join(', ') : t('None is allowed')
    },
  },
  localServers: { title: t('Servers on this computer'), says: allowed },
  plaintextExport: { title: t('Export as a plain .env file'), says: allowed },
  projectFiles: {
    title: t('Files in a project'),
    says: kinds => {
      const known = fileKinds.filter(kind => kinds.includes(kind))
      return known.length > 0 ? known.map(kind => fileNames[kind]).join(', ') : t('None is allowed')
    },
  },
  syncCarriers: {
    title: t('Sync with your other devices'),
    says: syncCarriers => {
      const [folder, viaBrowser] = [t('Through a folder'), t('Through browser sync')]
      const allowed = allowedCarriers({ syncCarriers }).map(kind => ({ folder, browser: viaBrowser })[kind])
      return allowed.length > 0 ? allowed.join(', ') : t('Not allowed')
    },
  },
  checksWhileLocked: { title: t('Checks while locked'), says: allowed },
  keyAgeDaysAtMost: {
    title: t('Replace a key after'),
    says: count => plural({ one: '1 day at most', other: '{count} days at most' }, count),
  },
  expiryRequired: {
    title: t('Expiry date'),
    says: is => (is ? t('Required for each key that is saved') : notLimited),
  },
  welcomePage: {
    title: t('Welcome page at installation'),
    says: is => (is ? notLimited : t('Is not opened')),
  },
  help: {
    title: t('Whom to ask'),
    says: ({ name, address }) => [name, address].filter(Boolean).join(', '),
  },
}
