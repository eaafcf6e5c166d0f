/** A question that the guide asks before the step that needs its answer. */
import { Button } from '../../../ui/pieces/button.tsx'
import type { TourView } from '../core/tour.ts'

type Props = {
  choice: NonNullable<TourView['choice']>
  /** Question and reason stand above it already. */
  said: boolean
  onChoose: (option: string) => void
}

export function StepChoice({ choice, said, onChoose }: Props) {
  return (
    <fieldset className="choices">
      <legend className={said ? 'visually-hidden' : undefined}>
        <strong>{choice.question}</strong>
      </legend>
      {choice.why && !said && <p className="small quiet">{choice.why}</p>}
      {choice.options.map(option => (
        <Button key={option.id} className="choice" onPress={() => onChoose(option.id)}>
          <span className="stack tight">
            <strong>{option.label}</strong>
            {option.hint && <span className="small quiet">{option.hint}</span>}
          </span>
        </Button>
      ))}
    </fieldset>
  )
}
