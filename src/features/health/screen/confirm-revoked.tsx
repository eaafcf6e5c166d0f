/** After a revocation: asks until the provider has refused the key twice, and says so. */

import { plural, t } from '../../../i18n/t.ts'
import { ahead, moment } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { isRevocationProven } from '../../../providers/answers/revocation.ts'
import { isKeptOnly, providers } from '../../../providers/list.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { type Action, useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'

/** @returns null where there is nothing to confirm: it is confirmed or under way, or the key is a local server's. */
export function useConfirmRevoked(row: KeyRow): Action<[]> | null {
  const check = useSession('checks')?.dead?.[row.id]
  const confirm = useAction(() => send('screen.proveDead', { id: row.id }))
  const isUnderWay = check !== undefined && check.gaveUpAt === undefined
  return isUnderWay || isRevocationProven(row.verdict) || providers[row.provider].local || isKeptOnly(row)
    ? null
    : confirm
}

export function RevocationProgress({ row, confirm }: { row: KeyRow; confirm: Action<[]> | null }) {
  const check = useSession('checks')?.dead?.[row.id]
  const name = providerName(row.provider)
  if (check?.deadAt !== undefined)
    return (
      <Notice tone="works">
        {t('Confirmed: {name} has refused this key since {moment}.', { name, moment: moment(check.deadAt) })}
      </Notice>
    )
  return (
    <>
      {check?.gaveUpAt !== undefined ? (
        <Notice
          tone="rejected"
          action={
            confirm && (
              <Button isBusy={confirm.busy} onPress={confirm.run}>
                {t('Confirm it is revoked')}
              </Button>
            )
          }
        >
          {plural(
            {
              one: '{name} has not refused this key in 1 check. Revoke it there, then confirm again.',
              other:
                '{name} has not refused this key in {count} checks. Revoke it there, then confirm again.',
            },
            check.tries,
            { name },
          )}
        </Notice>
      ) : (
        check && (
          <Notice live>
            {check.refused
              ? t('{name} has refused this key once. A second refusal confirms it.', { name })
              : check.tries === 0
                ? t('Testing…')
                : plural(
                    {
                      one: 'Checked once. {name} has not refused this key yet. That is usual for some minutes.',
                      other:
                        'Checked {count} times. {name} has not refused this key yet. That is usual for some minutes.',
                    },
                    check.tries,
                    { name },
                  )}{' '}
            {check.nextAt !== undefined && t('Next check {when}.', { when: ahead(check.nextAt) })}
          </Notice>
        )
      )}
      {confirm && <FailureNotice failure={confirm.failure} />}
    </>
  )
}
