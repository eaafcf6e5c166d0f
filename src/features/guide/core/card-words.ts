/**
 * What the engine, the card and the pill say beside a guide's own words. The build writes it into the package (`card.json`);
 * the worker reads it there and sends it, translated, to a page that asks, so neither's script holds it. Types and data only.
 */
import { t } from '../../../i18n/t.ts'
import { actionNames } from './action-names.ts'
import type { PageWords } from './page-words.ts'

export const cardWords = {
  // One sentence for each way in which a target is not simply there.
  waiting: t('The page is still working. Keyway points as soon as it is there.'),
  sent: t('The form is gone. Keyway waits a few seconds to see whether the page says that it failed.'),
  noKeyYet: t(
    'Keyway sees no key yet. Fill in or choose what the page still asks for; if it says that it failed, open the form again.',
  ),
  inForm: t('Fill in or choose what the form asks for, then look for {look}.'),
  inTabs: t('Fill in or choose what the form’s tabs ask for, then look for {look}.'),
  cameUp: t('Fill in or choose what came up; if nothing did, look for {look}.'),
  missing: t('Not in sight: do what the page asks for first, or look for {look}.'),
  ambiguous: t('Several look alike: do what the page asks for first, or look for {look}.'),
  likely: t('Keyway is not sure: it is probably the one in the dashed outline.'),
  several: t('Press its number: {look}.'),
  isIt: t('It is probably “{name}”; if not, press “No”.'),
  lacking: t('First fill in or tick “{name}”, and what else the page asks for.'),
  blank: t('Fill in “{name}”, or press “No” if it may stay empty.'),
  choice: t('Choose yours in the outline, or press “No” if it may stay open.'),
  behindTab: t('It may be behind “{name}”: open that first. If not, press “No”.'),
  laterInForm: t('It may come after “{name}”: fill in the rest first. If not, press “No”.'),
  unknownForm: t('Fill in what came up, then press “{name}”.'),
  fieldEmpty: t('Fill in or choose what the form still asks for: the dashed outline shows what it lacks.'),
  no: t('No'),
  none: t('None of these'),
  via: t('It is one step away: open this first.'),
  disabled: t('It is greyed out: do what the page asks for first, or ask an owner of the organization.'),
  viaSearch: t('Is it not in sight? Search for it here.'),
  wrongPage: t('This step is on the page “{title}”, also in the site’s menu.'),
  noPage: t('No tab shows platform.openai.com: the button below opens it.'),
  stopped: t(
    'This page is too big for Keyway, so it has stopped looking at it. Do what the words say. Take a shown key in the side panel.',
  ),
  notDrawn: t('The page keeps removing Keyway’s card, so the guide goes on here in the side panel.'),
  unknownPage: t('Keyway does not know this page: do what it asks for first, or go to “{title}”.'),
  whatItNames: t('what the step names'),
  first: t('Before you start: {what}'),
  where: t('{step} of {steps} · {guide}'),
  again: t('Start again'),
  looksRight: t('Looks right'),
  didIt: t('I did it'),
  doneByWord: t('I have done this'),
  notVerified: t('Not verified'),
  notSeen: t('Keyway did not see these steps done: {steps}. Check them on the page.'),
  endNotVerified: t('The end, not verified'),
  done: t('Done'),
  atTheEnd: t('This guide ends here.'),
  lacks: t('It did not show that it may: {what}.'),
  beyond: t('More than you wanted: {what}.'),
  inPanel: t('The answer is in the side panel.'),
  asking: t('Checking permissions, one after another…'),
  // What the card says besides.
  goTo: t('Go to {label}'),
  fix: t('Fix this'),
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
  otherWays: t('More'),
  by: t('Keyway · not made by OpenAI'),
  looksDifferent: t('This page looks different'),
  howToShow: t(
    'Click the right thing once. Keyway remembers what it looks like and does not press it. Escape ends this.',
  ),
  silence: t(
    'Keyway did not answer. Nothing is lost while this dialog stays open: try again, or use the side panel. If Keyway was updated or switched off, copy what is shown here, then reload this page.',
  ),
  guideMe: t('Guide me'),
  notAgain: t('Not again'),
  later: t('Not now'),
  shownOnce: t('This key is shown only once'),
  ...actionNames,
}

export type CardWords = typeof cardWords & { direction: 'ltr' | 'rtl' }

/** All that is needed to draw the card. */
export type CardLook = CardWords & { style: string }

/** And to read the page by. Most pages draw and read none, so their script holds nothing of it. */
export type CardDesign = CardLook & { pageWords: PageWords }
