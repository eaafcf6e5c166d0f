/** The popup while no key can be seen: no vault yet, locked, damaged. Each says what it means and the way on. */

import { t } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import type { VaultStatus } from '../../../protocol/published.ts'
import { Mark } from '../../../ui/logo.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { PendingKeys } from '../../capture/screen/pending.tsx'
import { TakeKey } from '../../capture/screen/take-key.tsx'
import { NotChecked } from './not-checked.tsx'
import { Unlock } from './unlock.tsx'
import { VaultNotices } from './vault-notices.tsx'

const makeVault = () => void openOwnPage('welcome').then(() => close())

export function NoVault() {
  const pending = useSession('pending') ?? []
  return (
    <main className="body">
      <PendingKeys pending={pending} onMakeVault={makeVault} />
      <div className="stack centre">
        <span className="tone-accent">
          <Mark size={40} />
        </span>
        <h1 className="hero">{t('Get an API key, keep it safe, know when it breaks')}</h1>
        <p>{t('The vault keeps your keys encrypted on this computer. Make it before you create a key.')}</p>
        <Button className="button main" onPress={makeVault}>
          {t('Make the vault')}
        </Button>
      </div>
      <TakeKey />
    </main>
  )
}

export function Locked({ vault }: { vault: VaultStatus }) {
  return (
    <main className="body">
      <div className="stack">
        <h1 className="hero">{t('Locked')}</h1>
        <p className="quiet">{t('Your keys are encrypted. Unlock to see, test and copy them.')}</p>
        <NotChecked />
        <VaultNotices />
        <Unlock inboxCount={vault.inboxCount} />
      </div>
      <div className="centre" />
      <TakeKey />
    </main>
  )
}

export function Damaged({ vault }: { vault: VaultStatus }) {
  const newer = vault.status === 'too_new'
  return (
    <main className="body">
      <div className="stack">
        <h1 className="hero">
          {newer ? t('This vault is from a newer Keyway') : t('The vault needs repair')}
        </h1>
        <Notice tone={newer ? 'needs' : 'rejected'}>
          {newer
            ? t('Nothing was changed. Update Keyway, and it opens again.')
            : t(
                'Part of what is stored cannot be read. Keyway deleted nothing, and there are ways to get your keys back.',
              )}
        </Notice>
        {vault.notices?.map(notice => (
          <p key={notice}>{notice}</p>
        ))}
        {!newer && (
          <Button
            className="button main"
            onPress={() => openOwnPage('dashboard', '#recovery').then(() => close())}
          >
            {t('See what can be saved')}
          </Button>
        )}
      </div>
    </main>
  )
}
