/** The button for what a step offers beside the usual controls. */

import type { StepAction } from '../../../guides/guide.ts'
import { t } from '../../../i18n/t.ts'

const labels: Record<StepAction, string> = {
  'save-key': t('Save the key to Keyway'),
  test: t('Test now'),
  'open-panel': t('Open the panel'),
  vault: t('Open the vault'),
  copy: t('Open the key to copy it'),
  'first-call': t('Make a first call'),
  'ask-rights': t('Ask the key'),
  'put-in-project': t('Add to a project'),
}

export function ActionButton({ action, onPress }: { action: StepAction; onPress: () => void }) {
  if (action === 'open-panel') return null
  return (
    <button type="button" className="button main" onClick={onPress}>
      {labels[action]}
    </button>
  )
}
