/** What is done at the stage that a replacement is at, by Keyway or by a press. */
import { t } from '../../../i18n/t.ts'
import type { Stage } from '../core/replacement.ts'
import { CheckStage } from './check-stage.tsx'
import { CreateStage } from './create-stage.tsx'
import { DeleteStage } from './delete-stage.tsx'
import { ConfirmStage, DoneStage } from './end-stages.tsx'
import { PlaceStage, UndoStage } from './place-stages.tsx'
import type { StageProps } from './stage-props.ts'
import { WaitStage } from './wait-stage.tsx'

export function StageBody({ stage, ...props }: StageProps & { stage: Stage }) {
  switch (stage) {
    case 'create':
      return <CreateStage {...props} />
    case 'check':
      return <CheckStage {...props} />
    case 'place':
      return <PlaceStage {...props} />
    case 'wait':
      return <WaitStage {...props} />
    case 'delete':
      return <DeleteStage {...props} />
    case 'confirm':
      return <ConfirmStage {...props} />
    case 'done':
      return <DoneStage {...props} />
    case 'undo':
      return <UndoStage {...props} />
    case 'undone':
      return <p>{t('The old key stays in use.')}</p>
  }
}
