/** The smallest purchase that makes the API work, auto-reload off. Keyway points and warns; it never presses on billing. */
import { sayings } from './concepts.ts'
import { defineGuide } from './define-guide.ts'
import type { Condition } from './guide.ts'
import { pricesOf, whatBuys } from './prices-in-words.ts'
import { billing } from './targets.ts'

const dialog = {
  kind: ['What best describes you?', 'Add payment details'],
  card: ['Add payment details'],
  purchase: ['Configure payment', 'Buy credits', 'Add to credit balance'],
}
/** What buys more is there once something was bought; some pages call what buys the first by the same name. */
const paid: Condition = {
  any: [
    { text: ['Pay as you go', 'Auto recharge is off', 'Auto-reload is off'] },
    { all: [{ seen: 'addCredit' }, { gone: 'addPayment' }, { noDialog: true }] },
  ],
}
/** What comes after it says so only where the question itself is gone: some forms hold all of it at once. */
const payerChosen = (payer: string): Condition => ({
  any: [
    { checked: payer },
    {
      all: [
        { gone: payer },
        // First what the press brings: a form without a name is taken for that.
        {
          any: [
            { dialog: [...dialog.card] },
            { text: ['Card information', 'Name on card', 'Billing address'] },
          ],
        },
      ],
    },
    { dialog: [...dialog.purchase] },
    paid,
  ],
})

export const setUpBilling = defineGuide({
  id: 'set-up-billing',
  title: 'Set up billing',
  summary: 'You have bought credit, and auto-reload is off.',
  searchWords: [
    'billing, set up billing, pay, payment, payment method, how to pay, checkout, add payment details',
    'add credit card, debit card, enter card, bank card, visa, mastercard, paypal, sepa, bank transfer, google pay, prepaid card, gift card',
    'buy credits, purchase credit, top up, add money, add funds, add balance, load money, deposit, recharge, put money in, first payment',
    'minimum purchase, smallest amount, 5 dollar, ten dollars, how much to start, cheapest way to start',
    'price, pricing, how much does the api cost, what does it cost, is the api free, cost per token, what is the price',
    'free tier, free trial, free credits, free api key, without paying, promo code, voucher, grant, student discount',
    'plus plan includes api, chatgpt plan is not api credit, subscription, gpt for free, chatgpt api for free',
    'auto-reload, auto recharge, automatic payment, turn off auto recharge, charged automatically, recurring charge, renews automatically, are failed requests charged',
    'invoice, pay by invoice, pay without a card, vat, tax id, company invoice, billing address, business pays, pay as you go, payg, prepaid billing, postpaid',
    'activate billing, upgrade to paid account, become a paying customer, credits expire',
    'where do i enter my card, put a little money on it, how much money to begin with, which cards do they take, do they bill every month, it takes money by itself, pay in euros, pay for the whole company, do i pay per month or per use',
  ],
  minutes: 8,
  checked: '2026-11-21',
  sources: [
    'seed: Step 3: Set Up Billing: payment method, billing limits, pricing; Provide Your Payment Information',
    'seed: Free Tier: Utilize free credits effectively before paid usage',
    'facts: prices of src/features/usage/core/prices.ts, by their own date and source',
    'facts: 2.4 Billing (T1003 2026-10, HC-PRE26): minimum $5, default $10, auto-reload on by default, credits expire',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: [
    'ChatGPT Plus is not API credit: you pay for each separately.',
    'The smallest purchase is $5. It is not refunded, and credits expire a year after purchase.',
    'You have a credit or debit card. Prepaid and gift cards are often refused.',
  ],
  choices: [
    {
      id: 'who',
      with: ['who', 'who-company'],
      question: 'Who pays?',
      options: [
        { id: 'me', label: 'I do' },
        { id: 'company', label: 'A company' },
      ],
    },
  ],
  targets: {
    addPayment: billing.addPayment,
    addCredit: billing.addCredit,
    autoReload: billing.autoReload,
    individual: {
      is: [
        { role: 'button', names: ['Individual', "Individual I'm an individual"] },
        { role: 'radio', names: ['Individual', "Individual I'm an individual"] },
      ],
      like: sayings('individual'),
      among: sayings('payer'),
      look: '“Individual”, in the question “What best describes you?”',
    },
    company: {
      is: [
        { role: 'button', names: ['Company', "Company I'm working on behalf of a company"] },
        { role: 'radio', names: ['Company', "Company I'm working on behalf of a company"] },
      ],
      like: sayings('company'),
      among: sayings('payer'),
      look: '“Company”, in the question “What best describes you?”',
    },
    cardName: {
      is: { role: 'textbox', names: ['Name on card', 'Cardholder name', 'Full name'] },
      look: 'the field “Name on card”',
    },
    continue: {
      is: {
        role: 'button',
        names: ['Continue'],
        not: ['Cancel', 'Back'],
        within: { dialog: [...dialog.kind, ...dialog.purchase] },
      },
      look: 'the button “Continue”, at the bottom of the dialog',
    },
    amount: {
      is: [
        { role: 'textbox', names: ['Initial credit purchase', 'Amount to add', 'Amount', 'Credit purchase'] },
        {
          role: 'spinbutton',
          names: ['Initial credit purchase', 'Amount to add', 'Amount', 'Credit purchase'],
        },
      ],
      like: sayings('amount'),
      look: 'the field “Initial credit purchase”',
    },
    confirm: {
      is: {
        role: 'button',
        names: ['Confirm payment', 'Confirm', 'Purchase', 'Pay'],
        not: ['Back', 'Cancel'],
      },
      look: 'the button “Confirm payment”',
    },
  },
  usual: ['signed-out', 'no-rights'],
  detours: [
    {
      id: 'declined',
      title: 'The card was declined',
      when: {
        text: [
          'Your card was declined',
          'Your card has been declined',
          'card was declined',
          'Your payment method was declined',
        ],
      },
      words: {
        do: 'Check the number, the date and the billing address exactly as the bank knows it, then try another card.',
        why: 'The bank refused it. Often it is a prepaid or gift card, a card of another country, or a question waiting in the bank’s app.',
        see: 'the payment goes through.',
        details: 'After several refusals wait a day before you try again: more tries look like fraud.',
      },
    },
  ],
  steps: [
    {
      id: 'grants',
      title: 'Look for credit you have already',
      page: ['credit-grants', 'billing'],
      words: {
        do: 'Look at “Credit grants” and “Credit remaining”: is there anything but $0.00?',
        why: 'Some accounts have free credit. Most do not, whatever old articles say.',
        see: 'an amount. With $0.00 every call is refused until you buy some.',
        details: `What $5 buys, in words that a model writes: ${whatBuys(5)}. Prices of ${pricesOf}; the pricing page has today’s. The guide “Spend less for the same work” shows how to need less.`,
      },
      look: true,
      done: { any: [{ said: true }, { dialog: [...dialog.kind, ...dialog.purchase] }] },
      button: 'I have looked',
      link: { url: 'https://openai.com/api/pricing/', label: 'Prices' },
    },
    {
      id: 'open',
      assures: true,
      title: 'Add payment details',
      page: ['billing'],
      words: {
        do: 'Press “Add payment details”.',
        why: 'You pay before you use the API. Without credit even a valid key is refused.',
        before: 'Nothing is charged by this press.',
        see: 'the question “What best describes you?”.',
        details:
          '“API credits are separate from ChatGPT”, says the page: a Plus subscription does not count here.',
      },
      target: 'addPayment',
      via: ['addCredit'],
      done: { any: [{ dialog: [...dialog.kind, ...dialog.purchase] }, { seen: 'amount' }] },
    },
    {
      id: 'who',
      title: 'Say who pays',
      only: { not: { chosen: 'who', is: ['company'] } },
      page: ['billing'],
      when: { dialog: ['What best describes you?'] },
      words: {
        do: 'Choose “Individual”. If a company pays, say so here first.',
        why: 'A company is asked for its address and tax number too.',
        see: 'the form for the card.',
      },
      target: 'individual',
      done: payerChosen('individual'),
    },
    {
      id: 'who-company',
      title: 'Say who pays',
      only: { chosen: 'who', is: ['company'] },
      page: ['billing'],
      when: { dialog: ['What best describes you?'] },
      words: {
        do: 'Choose “Company”.',
        why: 'The invoice is then the company’s. You are asked for its address, and for its tax number if it has one.',
        see: 'the form for the card.',
      },
      target: 'company',
      done: payerChosen('company'),
    },
    {
      id: 'card',
      title: 'Enter the card',
      page: ['billing'],
      when: { text: ['Card information', 'Name on card'] },
      words: {
        do: 'Fill in card and billing address yourself, then press “Continue”.',
        why: 'The card’s field belongs to Stripe. Keyway cannot see into it and does not want to.',
        before: 'This press saves the card and charges nothing.',
        see: '“Configure payment”.',
        details:
          'The address has to be the one your bank knows. You can remove the card later under “Payment methods”.',
      },
      target: 'continue',
      via: ['cardName'],
      done: {
        any: [
          { dialog: [...dialog.purchase] },
          { all: [{ seen: 'amount' }, { gone: 'cardName' }] },
          { all: [{ seen: 'amount' }, { filled: 'cardName' }, { not: { focused: 'cardName' } }] },
          paid,
        ],
      },
      blocked: [{ say: 'It is greyed out: do what the page asks for first: card, name and address.' }],
    },
    {
      id: 'amount',
      title: 'The smallest amount',
      page: ['billing'],
      when: { any: [{ dialog: [...dialog.purchase] }, { seen: 'amount' }] },
      words: {
        do: 'In “Initial credit purchase” type 5; the page suggests 10.',
        why: 'Five dollars last a long time with the small models, and you can always add more.',
        before: 'Your card will be charged this amount, which is not refunded and expires after a year.',
        see: '5 in the field.',
      },
      target: 'amount',
      done: { all: [{ filled: 'amount' }, { not: { focused: 'amount' } }] },
      look: true,
      button: 'The amount is right',
    },
    {
      id: 'auto-reload',
      assures: true,
      title: 'Auto-reload off',
      page: ['billing'],
      when: { any: [{ dialog: [...dialog.purchase] }, { seen: 'amount' }] },
      words: {
        do: 'Turn “Use auto-reload” off (older: “automatically recharge my card”).',
        why: 'It is on by default, and charges your card again whenever the credit is low.',
        before:
          'When it is off, programs stop once the credit is used up, and your card is not charged again.',
        see: 'the switch is off.',
      },
      target: 'autoReload',
      optional: true,
      done: { unchecked: 'autoReload' },
    },
    {
      id: 'continue',
      title: 'Continue to the total',
      page: ['billing'],
      when: {
        all: [{ any: [{ dialog: [...dialog.purchase] }, { seen: 'amount' }] }, { not: { seen: 'confirm' } }],
      },
      words: {
        do: 'Press “Continue”.',
        before: 'Nothing is charged yet.',
        see: 'the total, and “Confirm payment”.',
      },
      target: 'continue',
      optional: true,
      done: { any: [{ seen: 'confirm' }, paid] },
    },
    {
      id: 'confirm',
      assures: true,
      title: 'Confirm the payment',
      page: ['billing'],
      when: { seen: 'confirm' },
      words: {
        do: 'Read the total once more, then press “Confirm payment”.',
        before: 'This press charges your card: Keyway never presses it for you.',
        see: '“Credit balance”, with your amount.',
      },
      target: 'confirm',
      done: paid,
    },
    {
      id: 'wait',
      title: 'Give it some minutes',
      page: ['billing'],
      words: {
        do: 'Look at “Credit balance”. It may take some minutes until the amount is there and keys notice.',
        why: 'Right after paying, a key may answer “no credit” for some minutes.',
        see: 'your amount, and that auto-reload is off.',
        details:
          'If it stays at $0.00: look whether the corner shows the organization that you paid for. If a key made before still fails ten minutes after the credit arrived, create a new key.',
      },
      look: true,
      done: { all: [paid, { said: true }] },
      button: 'It is there',
    },
  ],
  receipt: [
    { label: 'Paid', text: 'what you confirmed, once. It expires a year from now.' },
    { label: 'Charged by itself', text: 'nothing, as long as auto-reload stays off.' },
    {
      label: 'The most it can cost now',
      text: 'the credit you bought, and a little more: the last calls can take the balance below zero. The guide “Limit what it can cost” sets a monthly limit.',
    },
  ],
  next: ['limit-spending', 'create-key', 'spend-less'],
})
