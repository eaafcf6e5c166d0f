/** The button for what a step offers beside the usual controls. */

import type { StepAction } from '../../../guides/guide.ts'
import { actionNames } from '../core/action-names.ts'

export function ActionButton({ action, onPress }: { action: StepAction; onPress: () => void }) {
  if (action === 'open-panel') return null
  return (
    <button type="button" className="button main" onClick={onPress}>
      {actionNames[action]}
    </button>
  )
}
