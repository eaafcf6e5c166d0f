/** Looks through everything that is stored, and repairs each item of which one good copy is left. */

import { useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import type { Replies } from '../../../../protocol/messages.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'

export function VerifyVault() {
  const [said, setSaid] = useState<Said | null>(null)
  const verify = useAction(
    () => send('screen.verifyVault', {}),
    found => setSaid(wordsOf(found)),
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

type Said = { tone: 'works' | 'needs' | 'rejected'; words: string }
type Found = Extract<Replies['screen.verifyVault'], { ok: true }>

function wordsOf({ mended, damaged, withoutAbout, isMirrored }: Found): Said {
  if (damaged.length > 0)
    return {
      tone: 'rejected',
      words: plural(
        {
          one: 'One key cannot be read in either copy. Import your last backup to get it back.',
          other: '{count} keys cannot be read in either copy. Import your last backup to get them back.',
        },
        damaged.length,
      ),
    }
  if (withoutAbout.length > 0)
    return {
      tone: 'rejected',
      words: plural(
        {
          one: 'Every key opens. Of one the name and notes cannot be read in either copy.',
          other: 'Every key opens. Of {count} the names and notes cannot be read in either copy.',
        },
        withoutAbout.length,
      ),
    }
  if (!isMirrored)
    return {
      tone: 'needs',
      words: t('Every key opens in one copy. The second copy could not be brought up to date: try again.'),
    }
  return {
    tone: 'works',
    words:
      mended > 0
        ? plural(
            {
              one: 'Every key opens, in both copies. 1 damaged part was restored.',
              other: 'Every key opens, in both copies. {count} damaged parts were restored.',
            },
            mended,
          )
        : t('Every key opens, in both copies.'),
  }
}
