/** In which form the key goes into the project, and for whom it is encrypted. */
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { TextArea } from '../../../ui/pieces/text-field.tsx'
import { encryptedForms, type FormId, formsChecked, makeIdentity } from '../core/encrypted/project-forms.ts'
import { readRecipients } from '../core/encrypted/recipients.ts'
import { SnippetBox } from './snippet-box.tsx'

type Props = {
  form: FormId
  /** What the organization's policy leaves. */
  allowed: readonly FormId[]
  onForm: (form: FormId) => void
  recipients: string
  onRecipients: (text: string) => void
  onRefused: (failure: Failure) => void
}

export function FormChoice({ form, allowed, onForm, recipients, onRecipients, onRefused }: Props) {
  const chosen = form === 'env' ? undefined : encryptedForms[form]
  /** A private key must not even reach the field. */
  const isKeptOut = (text: string): boolean => {
    const read = readRecipients(text)
    if (read.ok || read.code !== 'private_key') return false
    onRefused(read)
    return true
  }
  return (
    <div className="stack">
      <SelectField
        label={t('Form')}
        value={form}
        options={allowed.map(
          id => [id, id === 'env' ? t('.env, in plain text') : encryptedForms[id].label] as const,
        )}
        onChoose={onForm}
        hint={
          chosen
            ? chosen.about
            : t(
                'Whoever can read your files can read this key. If you have an SSH or age key, choose an encrypted form.',
              )
        }
      />
      {chosen?.needsRecipients && (
        <>
          <TextArea
            label={t('Your public keys')}
            value={recipients}
            onText={onRecipients}
            onPaste={event => {
              if (isKeptOut(event.clipboardData.getData('text'))) event.preventDefault()
            }}
            onDrop={event => {
              const [file] = event.dataTransfer.files
              const text = event.dataTransfer.getData('text')
              if (!file) {
                if (isKeptOut(text)) event.preventDefault()
                return
              }
              event.preventDefault()
              // A public key is a line; whatever is larger is something else.
              if (file.size < 50_000) void file.text().then(read => !isKeptOut(read) && onRecipients(read))
            }}
          >
            <span className="hint">
              {t(
                'One a line: your age key, or the .pub file of your SSH key, pasted or dropped. Whoever has the private key can read the file.',
              )}
            </span>
          </TextArea>
          <details>
            <summary>{t('I have neither')}</summary>
            <SnippetBox snippet={makeIdentity} />
          </details>
        </>
      )}
      {chosen && (
        <p className="small quiet">
          {rich(t('{proof} As of {day}: {source}.'), {
            proof: chosen.proof,
            day: dayOf(formsChecked),
            source: (
              <a href={chosen.source} target="_blank" rel="noreferrer">
                {t('its documentation')}
              </a>
            ),
          })}
        </p>
      )}
    </div>
  )
}
