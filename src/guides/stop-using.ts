/** A way out: no key left, no automatic payment left, no card left, and what happens to the rest. */
import { defineGuide } from './define-guide.ts'
import { nobodyKnows } from './steps.ts'
import { billing } from './targets.ts'

export const stopUsing = defineGuide({
  id: 'stop-using',
  title: 'Stop using the API',
  summary:
    'Your keys are revoked, nothing is charged by itself, and you know what happens to credits and data.',
  achieved: nobodyKnows,
  searchWords: [
    'delete account, close account, delete my openai account, remove account, deactivate account, cancel account, delete everything, erase my data, delete my data',
    'cancel, cancel subscription, unsubscribe, stop using, stop the api, quit, leave openai, terminate, end contract, discontinue, shut down, get out',
    'stop payments, stop being charged, stop charging me, remove card, delete credit card, remove payment method, delete payment method, cancel billing, cancel api plan, cancel auto-reload, downgrade, stop billing',
    'refund, money back, get credits back, unused credits, credits back, chargeback, return money',
    'uninstall keyway, remove extension, export and leave, move to another provider, switch to another provider, switch to anthropic',
    'i want to leave, i am done with it, let me out, close everything, take my card off, i never want to pay again, get rid of all of it, give me the rest of my money, erase me, stop for good',
  ],
  minutes: 8,
  checked: '2026-11-21',
  sources: [
    'seed: Step 8: Responsible Usage and Key Revocation',
    'facts: HC-PRE26: auto-reload, credits expire after a year and are not given back; payment methods page',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: [
    'Programs that use your keys stop.',
    'Credits you bought are not refunded, and expire a year after purchase.',
  ],
  targets: {
    autoReloadCard: billing.autoReloadCard,
    autoReload: billing.autoReload,
    removeCard: billing.removeCard,
  },
  usual: ['signed-out', 'code', 'no-rights'],
  steps: [
    {
      id: 'keys',
      title: 'Revoke every key',
      page: ['api-keys'],
      words: {
        do: 'Revoke each key: “Delete” in its row, then the red button. Check every project, and “Admin keys”.',
        why: 'A forgotten key can still cost you money.',
        see: 'an empty list, or only rows that say “Revoked”.',
        details:
          'Programs that use the keys stop at once. Test each key in Keyway afterwards: it should say “Rejected”.',
      },
      link: {
        url: 'https://platform.openai.com/settings/organization/api-keys',
        label: 'All keys of the organization',
      },
      done: { said: true },
      button: 'All are revoked',
    },
    {
      id: 'auto-reload',
      title: 'Turn auto-reload off',
      page: ['billing'],
      words: {
        do: 'If “Auto-reload” (older: “Auto recharge”) is on, open it, turn it off and save.',
        why: 'It buys credit by itself whenever the balance is low.',
        see: '“Auto-reload is off” (or “Auto recharge is off”).',
      },
      target: 'autoReloadCard',
      via: ['autoReload'],
      look: true,
      done: {
        any: [{ text: ['Auto recharge is off', 'Auto-reload is off', 'Auto reload is off'] }, { said: true }],
      },
      button: 'It is off',
    },
    {
      id: 'card',
      title: 'Remove the card',
      page: ['payment-methods'],
      words: {
        do: 'Under “Payment methods”, remove the card.',
        why: 'Then nothing can be charged, whatever else was forgotten.',
        before: 'If the page refuses, a bill is still open: pay it, or wait for the month’s end.',
        see: 'no payment method.',
      },
      target: 'removeCard',
      look: true,
      done: { said: true },
      button: 'It is removed',
    },
    {
      id: 'credits',
      title: 'What happens to your credits',
      page: ['billing'],
      words: {
        do: 'Look at “Credit balance”: what is left stays until it expires, a year after you bought it.',
        why: 'OpenAI does not refund it, with few exceptions that its help page lists.',
        see: 'the balance.',
      },
      link: {
        url: 'https://help.openai.com/en/articles/8264644',
        label: 'OpenAI on prepaid billing',
      },
      done: { said: true },
      button: 'I know',
    },
    {
      id: 'programs',
      title: 'Clean up your programs',
      elsewhere: 'your program',
      words: {
        do: 'Delete the key’s line from .env files, settings of apps, and secrets of servers.',
        why: 'A revoked key is harmless, but shows others where you keep the next one.',
        see: 'a search for “sk-” in your folders finds nothing.',
      },
      done: { said: true },
      button: 'They are clean',
    },
    {
      id: 'vault',
      title: 'Remove Keyway, if you want',
      words: {
        do: 'Delete the revoked keys from Keyway’s list, or remove Keyway from the browser.',
        why: 'Without keys you do not need the vault. Make a backup first if you might come back.',
        before: 'The browser deletes the vault with the extension, for good if there is no backup.',
        see: 'an empty list; or Keyway gone from the browser’s toolbar.',
      },
      action: 'open-panel',
      done: { any: [{ vault: ['none'] }, { said: true }] },
      button: 'Keep it for now',
    },
  ],
  receipt: [
    { label: 'Keys', text: 'revoked, as you said.' },
    { label: 'Automatic charges', text: 'none: auto-reload off, card removed, as you said.' },
    { label: 'Credits', text: 'stay until they expire; they are not refunded.' },
  ],
  next: [],
})
