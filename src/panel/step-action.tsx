/** The button for what a step offers beside the usual controls. */
import type { StepAction } from '../guides/guide.ts'

const labels: Record<StepAction, string> = {
  'save-key': 'Save the key to Keyway',
  test: 'Test now',
  'open-panel': 'Open the panel',
  vault: 'Open the vault',
  copy: 'Copy once',
  'first-call': 'Make a first call',
  'put-in-project': 'Put it in my project',
}

export function ActionButton({ action, onPress }: { action: StepAction; onPress: () => void }) {
  if (action === 'open-panel') return null
  return (
    <button type="button" className="button main" onClick={onPress}>
      {labels[action]}
    </button>
  )
}
