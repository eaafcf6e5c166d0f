/**
 * What card and pill say beside a guide's own words. The build writes it into the package (`card.json`); the worker sends it,
 * translated, to a page that asks, so neither the page's script nor the worker's holds it. Types and data only.
 */
import { t } from '../words/t.ts'

export const cardWords = {
  goTo: t('Go to {label}'),
  mend: t('Mend this'),
  back: t('Back'),
  skip: t('Skip'),
  showKeyway: t('Show Keyway'),
  close: t('Close the guide'),
  stop: t('Stop the guide'),
  small: t('Make the card small'),
  escape: t('Escape goes back to the page.'),
  see: t('You see:'),
  more: t('More about this'),
  less: t('Less'),
  by: t('Keyway · not made by OpenAI'),
  howToShow: t(
    'Click the right thing once. Keyway remembers what it looks like and does not press it. Escape ends this.',
  ),
  silence: t(
    'Keyway did not answer. Nothing is lost while this dialog stays open: try again, or use the side panel.',
  ),
  guideMe: t('Guide me'),
  notAgain: t('Not again'),
  later: t('Not now'),
  shownOnce: t('This key is shown only once'),
  // Named as the actions of a step are.
  'save-key': t('Save to Keyway'),
  test: t('Test now'),
  'open-panel': t('Open the side panel'),
  vault: t('Go to the vault'),
  copy: t('Go to the key'),
  'first-call': t('Make a first call'),
  'put-in-project': t('Put it in my project'),
}

export type CardWords = typeof cardWords & { direction: 'ltr' | 'rtl' }
