/** A way out: no key left, no automatic payment left, no card left, and what happens to the rest. */
import { defineGuide } from './define-guide.ts'
import { billing } from './targets.ts'

export const stopUsing = defineGuide({
  id: 'stop-using',
  title: 'Stop using the API',
  summary:
    'No key works any more, nothing is charged by itself, and you know what happens to credits and data.',
  searchWords: [
    'delete account, close account, delete my openai account, remove account, deactivate account, cancel account, delete everything, erase my data, delete my data',
    'cancel, cancel subscription, unsubscribe, stop using, stop the api, quit, leave openai, terminate, end contract, discontinue, shut down, get out',
    'stop payments, stop being charged, stop charging me, remove card, delete credit card, remove payment method, delete payment method, cancel billing, cancel api plan, cancel auto-reload, downgrade, stop billing',
    'refund, money back, get credits back, unused credits, credits back, chargeback, return money',
    'uninstall keyway, remove extension, export and leave, move to another provider, switch to another provider, switch to anthropic',
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
    'Credits you bought are not given back, and expire a year after purchase.',
  ],
  targets: {
    autoReloadCard: billing.autoReloadCard,
    autoReload: billing.autoReload,
    removeCard: billing.removeCard,
  },
  usual: ['signed-out', 'no-rights'],
  steps: [
    {
      id: 'keys',
      title: 'Revoke every key',
      page: ['api-keys'],
      words: {
        do: 'Revoke each key in the list: “Delete” in its row, then the red button. Look into every project, and at “Admin keys”.',
        why: 'A forgotten key is the one thing that can still cost you money.',
        before: 'Programs that use them stop at once.',
        see: 'an empty list, or only rows that say “Revoked”.',
        details:
          'Keyway proves each of your stored keys dead if you test it afterwards: “rejected” is what you want here.',
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
      title: 'Switch auto-reload off',
      page: ['billing'],
      words: {
        do: 'On the billing page look for “Auto-reload” (older: “Auto recharge”). If it is on, open it, switch it off and save.',
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
        why: 'OpenAI does not give it back, with few exceptions that its help page lists.',
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
        why: 'A dead key is harmless, but tells others where to look for the next.',
        see: 'a search for “sk-” in your folders finds nothing.',
      },
      done: { said: true },
      button: 'They are clean',
    },
    {
      id: 'vault',
      title: 'Remove Keyway, if you want',
      words: {
        do: 'Delete the dead keys from Keyway’s list. To be rid of the vault too, remove Keyway from Chrome; make a backup first if you might come back.',
        why: 'Without keys there is nothing left to guard.',
        before: 'Chrome deletes the vault with the extension. Without a backup it is gone for good.',
        see: 'an empty list; or Keyway gone from Chrome’s toolbar.',
      },
      action: 'open-panel',
      done: { any: [{ vault: ['none'] }, { said: true }] },
      button: 'Keep it for now',
    },
  ],
  receipt: [
    { label: 'Keys', text: 'revoked, as you said.' },
    { label: 'Charged by itself', text: 'nothing any more: auto-reload off, card removed, as you said.' },
    { label: 'Credits', text: 'stay until they expire; they are not given back.' },
  ],
  next: [],
})
