/** The code that lets one more computer join: shown until the person has typed it there. */
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { type SecretBox, useSecretText } from '../../../ui/secret/secret-element.ts'

export function SyncCode({ code, onDone }: { code: SecretBox; onDone: () => void }) {
  const shown = useSecretText<HTMLOutputElement>(code.read)
  return (
    <section className="panel-box stack" aria-label={t('Sync code')}>
      <p>
        {t(
          'On the other computer, open Settings, Sync. Choose what you chose here and type this code. Whoever has the code and what is synced has your keys.',
        )}
      </p>
      <output
        ref={shown}
        className="words"
        translate="no"
        aria-label={t('Sync code')}
        data-keyway="sync-code"
      />
      <p className="small quiet">
        {t('You need not keep it. You can make a new one here; the old one then stops working.')}
      </p>
      <div>
        <Button
          className="button main"
          onPress={() => {
            code.forget()
            onDone()
          }}
        >
          {t('Done')}
        </Button>
      </div>
    </section>
  )
}
