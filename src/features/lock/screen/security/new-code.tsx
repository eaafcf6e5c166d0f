/** A new recovery code: the earlier one stops working. */

import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { boxed, type SecretBox } from '../../../../ui/secret/secret-element.ts'
import { Title } from '../../../../ui/title.tsx'
import { useProven } from '../proof.tsx'
import { RecoveryCode } from '../show-recovery-code.tsx'

export function NewCode({ has, onCode }: { has: boolean; onCode: (code: SecretBox) => void }) {
  const make = useProven(
    () => send('screen.newRecoveryCode', {}),
    reply => onCode(boxed(reply.recoveryCode)),
    t('A new recovery code opens the vault without the passphrase.'),
  )
  return (
    <>
      {has ? (
        <p>{t('You have one. If you make a new one, the old one stops working.')}</p>
      ) : (
        <Notice tone="needs">
          {t('You have none.')} {t('If you forget the passphrase, the vault stays closed for good.')}
        </Notice>
      )}
      <div>
        <Button onPress={make.run}>{t('Make a new recovery code')}</Button>
      </div>
      {make.dialog}
      <FailureNotice failure={make.failure} />
    </>
  )
}

export function ShowCode({ code, onSaved }: { code: SecretBox; onSaved: () => void }) {
  return (
    <div className="stack narrow">
      <Title>{t('Recovery code')}</Title>
      <RecoveryCode code={code}>
        {save => (
          <Button className="button main" data-keyway="code-kept" onPress={() => save(onSaved)}>
            {t('Done')}
          </Button>
        )}
      </RecoveryCode>
    </div>
  )
}
