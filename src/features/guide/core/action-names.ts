/** What the button for a step's own action says, on the card and in the panel alike: guides quote these names. */
import type { StepAction } from '../../../guides/guide.ts'
import { t } from '../../../i18n/t.ts'

export const actionNames = {
  'save-key': t('Save to Keyway'),
  test: t('Test now'),
  'open-panel': t('Open the side panel'),
  vault: t('Go to the vault'),
  copy: t('Go to the key'),
  'first-call': t('Make a first call'),
  'ask-rights': t('Check permissions'),
  'put-in-project': t('Add to a project'),
} satisfies Record<StepAction, string>
