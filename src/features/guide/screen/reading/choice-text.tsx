/** A question of a guide, to be read: its answers, and what each means. */
import type { Choice } from '../../../../guides/guide.ts'
import { t } from '../../../../i18n/t.ts'

type Props = { choice: Choice; plain: (text: string) => string }

export function ChoiceText({ choice, plain }: Props) {
  return (
    <section className="panel-box stack tight">
      <h3>{t('You choose: {question}', { question: plain(choice.question) })}</h3>
      {choice.why && <p className="small quiet">{plain(choice.why)}</p>}
      <ul className="dots-list">
        {choice.options.map(option => (
          <li key={option.id}>
            <strong>{plain(option.label)}</strong>
            {option.hint && <span className="quiet"> {plain(option.hint)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
