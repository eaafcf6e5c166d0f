/** So that the next key is not committed: a hook that knows the vault's keys by salted hash, and rules for gitleaks. */
import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import type { Failure } from '../../../../protocol/failure.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { saveFile } from '../../../../ui/save-file.ts'
import { useSavedKeys } from '../../../../ui/use-session.ts'
import { newSalt } from '../../../copy/core/digest.ts'
import { useProven } from '../../../lock/screen/proof.tsx'
import { commitHook, hashedLine } from '../../core/commit-hook.ts'
import { gitleaksRules } from '../../core/scan-shapes.ts'
import { SnippetBox } from '../snippet-box.tsx'

export function ScanGuard() {
  const rows = useSavedKeys()
  const [script, setScript] = useState<string | null>(null)
  const make = useProven(
    async (): Promise<{ ok: true; script: string } | Failure> => {
      const salt = newSalt(bytes => crypto.getRandomValues(new Uint8Array(bytes)))
      const lines: string[] = []
      // All of them is a matter for a fresh proof. One at a time: each key is let go of before the next one comes.
      for (const { id, label } of rows) {
        const pulled = await send('screen.pull', { id, reason: 'export' })
        if (!pulled.ok) return pulled
        lines.push(await hashedLine(pulled.secret, label, salt))
      }
      return { ok: true, script: commitHook(lines, salt) }
    },
    made => setScript(made.script),
    t('Your keys are about to be hashed for a hook.'),
  )
  return (
    <section className="panel-box stack" aria-label={t('Before the next commit')}>
      <h2>{t('Before the next commit')}</h2>
      <p className="reading">
        {t(
          'A git hook stops a commit that adds a key. It knows yours by a salted hash and says their names. Paste it into a terminal in your repository.',
        )}
      </p>
      <div className="cluster">
        <button type="button" className="button" aria-disabled={make.busy} onClick={() => void make.run()}>
          {make.busy ? t('Hashing…') : t('Make the hook')}
        </button>
        <button type="button" className="button" onClick={() => saveFile('.gitleaks.toml', gitleaksRules())}>
          {t('Save rules for gitleaks')}
        </button>
      </div>
      <p className="small quiet">
        {t('The rules were tried with the matcher that gitleaks uses, not with gitleaks itself.')}
      </p>
      {make.dialog}
      <FailureNotice failure={make.failure} />
      {script !== null && (
        <SnippetBox snippet={{ id: 'hook', label: t('Hook'), language: 'bash', text: script }} />
      )}
    </section>
  )
}
