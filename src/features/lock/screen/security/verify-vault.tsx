/** Looks through everything that is stored, and mends what one good copy is left of. */

import { useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'

export function VerifyVault() {
  const [said, setSaid] = useState<{ tone: 'works' | 'rejected'; words: string } | null>(null)
  const verify = useAction(
    () => send('screen.verifyVault', {}),
    ({ mended, damaged }) =>
      setSaid(
        damaged.length > 0
          ? {
              tone: 'rejected',
              words: plural(
                {
                  one: 'One key cannot be read in either copy. Import your last backup to get it back; everything else is whole.',
                  other:
                    '{count} keys cannot be read in either copy. Import your last backup to get them back; everything else is whole.',
                },
                damaged.length,
              ),
            }
          : {
              tone: 'works',
              words:
                mended > 0
                  ? plural(
                      {
                        one: 'Everything is whole again: 1 damaged part was restored from the second copy.',
                        other:
                          'Everything is whole again: {count} damaged parts were restored from the second copy.',
                      },
                      mended,
                    )
                  : t('Every key opens, in both copies.'),
            },
      ),
  )
  return (
    <>
      <p className="quiet">{t('Every key is kept twice. This opens and compares both copies.')}</p>
      <div>
        <Button isBusy={verify.busy} onPress={verify.run}>
          {verify.busy ? t('Looking…') : t('Look through everything')}
        </Button>
      </div>
      <div role="status">{said && <Notice tone={said.tone}>{said.words}</Notice>}</div>
      <FailureNotice failure={verify.failure} />
    </>
  )
}
