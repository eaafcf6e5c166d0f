/** Vaults that were set aside by starting over, and the way back to them. Nothing is shown when there are none. */
import { useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { moment } from '../../../../i18n/time.ts'
import { send } from '../../../../platform/send.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { useLoaded } from '../../../../ui/pieces/use-loaded.ts'

export function SetAside({ hasVault = true }: { hasVault?: boolean }) {
  const answer = useLoaded(() => send('screen.lookAtDamage', {}), '')
  const vaults = answer?.ok ? answer.damage.aside : []
  const [chosen, setChosen] = useState<number | null>(null)
  const back = useAction((at: number) => send('screen.bringBack', { at, confirm: 'bring back' }))
  if (vaults.length === 0) return null
  return (
    <section className={hasVault ? 'panel-box stack' : 'panel-box stack narrow'} aria-labelledby="aside">
      <h2 id="aside">{t('Vaults that were set aside')}</h2>
      <p className="quiet">
        {t('Keyway kept the vault from before you started over. It opens with the passphrase it had then.')}
      </p>
      <ul className="stack tight">
        {vaults.map(({ at, keys }) => (
          <li key={at} className="cluster">
            <span>
              {moment(at)}, {plural({ one: 'one key', other: '{count} keys' }, keys)}
            </span>
            {chosen !== at && <Button onPress={() => setChosen(at)}>{t('Bring it back')}</Button>}
            {chosen === at && (
              <div className="stack tight">
                <p>
                  {hasVault
                    ? t(
                        'The vault that is here now is set aside in its place. Nothing is deleted, and you can change back here.',
                      )
                    : t('It becomes your vault again. Unlock it with its passphrase.')}
                </p>
                <div className="cluster">
                  <Button className="button main" isBusy={back.busy} onPress={() => back.run(at)}>
                    {hasVault ? t('Change the vaults') : t('Make it my vault')}
                  </Button>
                  <Button className="button plain" isBusy={back.busy} onPress={() => setChosen(null)}>
                    {t('Cancel')}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      <FailureNotice failure={back.failure} />
    </section>
  )
}
