/** No credit, billing not active, or a limit reached: which of them, and what to change. The key is healthy. */
import type { Cause } from '../providers/verdict.ts'
import { defineGuide } from './define-guide.ts'
import type { Condition, Step } from './guide.ts'
import { keyIs, keyKnown, seeItWork, testAgain } from './steps.ts'
import { billing, limits } from './targets.ts'

const causes: Cause[] = ['no_credit', 'billing_inactive', 'usage_limit', 'spend_limit', 'ok', 'unrecognised']
/** Begun from the list, for no key that could be asked, and nobody said what the error says. */
const unknownCause: Condition = { all: [{ not: keyKnown }, { not: { cause: causes } }] }

/** Then each cause has its turn. */
const orUnknown = (steps: Step[]): Step[] =>
  steps.flatMap(step =>
    ['balance', 'pay', 'limit'].includes(step.id)
      ? [step, { ...step, id: `${step.id}-perhaps`, only: unknownCause }]
      : [step],
  )

export const fixBilling = defineGuide({
  id: 'fix-billing',
  title: 'No credit, or a limit reached',
  summary: 'The key can spend again.',
  searchWords: [
    'insufficient_quota, insufficient quota, quota, quota exceeded, out of quota, exceeded your current quota, you exceeded your current quota please check your plan and billing details, current quota, no quota',
    'credit_balance_exhausted, no credits remaining, no credit, no credits left, out of credit, out of credits, out of money, run out of money, ran out of credits, credits used up, credit empty, balance zero, balance is empty, balance negative, credit expired, credits expired, credits gone, no money left',
    'billing_not_active, billing not active, account is not active please check your billing details, billing problem, billing issue, billing error, payment problem, payment failed, payment declined, card declined, card rejected, card not accepted, card refused, card expired, expired card, change card, new card, 3d secure, bank asks to confirm, cannot pay, payment not going through, payment error, bank refused',
    'billing_hard_limit_reached, billing hard limit has been reached, hard limit reached, limit reached, spend limit reached, monthly limit reached, usage limit reached, budget exceeded, organization_spend_limit_exceeded, project_spend_limit_exceeded, organization_usage_limit_exceeded, over the limit, limit exceeded',
    'raise limit, increase spend limit, increase limit, increase quota, request more quota, higher limit, limit too low, approved usage limit',
    'paid but still error, added money but still not working, i have credits but it says quota, topped up but still failing, credits not showing, i paid and it does not work, quota exceeded but never used, chatgpt plus but quota error',
    'contact support billing, openai support, help with payment, 402, payment required',
    'i paid and it still refuses, my money does not show up, it says i have nothing left, they refuse my card, the bank said no, the payment does not go through, it says check your plan, the account sleeps until i pay, i have money but it says quota, the allowance is used up',
  ],
  achieved: keyIs('ready'),
  minutes: 6,
  checked: '2026-11-21',
  sources: [
    'seed: Issue: Billing or Payment Problems: method, balance, limits, alerts, support',
    'facts: 1.7 money and rate: credit_balance_exhausted, spend and usage limits; 2.4 billing; pitfalls of section 4',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: [
    'Credit costs at least $5, is not given back, and expires after a year.',
    'The key is fine: this answer comes only to keys that are known.',
  ],
  targets: {
    addPayment: billing.addPayment,
    addCredit: billing.addCredit,
    autoReload: billing.autoReload,
    editLimit: limits.edit,
  },
  usual: ['signed-out', 'no-rights'],
  steps: orUnknown([
    {
      id: 'organization',
      title: 'The right organization',
      page: ['billing'],
      words: {
        do: 'Look at the organization’s name in the corner: is it the one that the key belongs to?',
        why: 'Money in “Personal” does not help a key of “Student”, and a ChatGPT subscription helps none.',
        see: 'the organization of the key.',
        details: 'Keyway shows the organization beside the key where an answer told it.',
      },
      look: true,
      done: { said: true },
      button: 'It is the right one',
    },
    {
      id: 'balance',
      title: 'Read the balance',
      only: { cause: ['no_credit', 'billing_inactive', 'usage_limit', 'ok', 'unrecognised'] },
      page: ['billing'],
      words: {
        do: 'Read “Credit balance” (older: “Credit remaining”).',
        why: 'The bar on the usage page shows what was spent, not what is left.',
        see: 'dollars. $0.00 or less explains the error.',
        details:
          'A balance can be a little below zero: the API may overshoot. “Free trial $0.00” means that there are no free credits.',
      },
      look: true,
      done: { said: true },
      button: 'I have read it',
    },
    {
      id: 'pay',
      title: 'Add credit',
      only: { cause: ['no_credit', 'billing_inactive'] },
      page: ['billing'],
      words: {
        do: 'Press “Add to credit balance” (or “Buy credits”, “Add payment details”) and buy the smallest amount.',
        why: 'API use is prepaid: without credit every call is refused.',
        before: 'This charges your card, and “Use auto-reload” is on unless you turn it off.',
        see: 'a higher balance, often after some minutes.',
        details:
          'Card declined? Try another card (prepaid and gift cards are often refused), the exact billing address, or your bank’s app. Then OpenAI’s support.',
      },
      target: 'addCredit',
      via: ['addPayment'],
      done: { said: true },
      button: 'I have credit',
    },
    {
      id: 'card',
      title: 'Check the payment method',
      only: { cause: ['billing_inactive', 'no_credit'] },
      page: ['payment-methods'],
      words: {
        do: 'If the payment failed, check the card’s date and billing address here, or add another card.',
        why: 'An expired card, a prepaid card or another address are the usual reasons.',
        see: 'a card that has not expired.',
        details: 'If no card works, ask your bank, then OpenAI’s support.',
      },
      link: { url: 'https://help.openai.com/', label: 'OpenAI support' },
      look: true,
      done: { said: true },
      button: 'The card is fine',
    },
    {
      id: 'auto-reload',
      title: 'Auto-reload as you want it',
      only: { cause: ['no_credit', 'billing_inactive'] },
      page: ['billing'],
      words: {
        do: 'Check the line about auto-reload: off, unless you want your card charged whenever the balance is low.',
        why: 'Since 2026 it is on by default, and buys credit without asking.',
        see: '“Auto-reload is off”, or the amounts that you chose.',
      },
      target: 'autoReload',
      look: true,
      optional: true,
      done: {
        any: [
          { unchecked: 'autoReload' },
          { said: true },
          { text: ['Auto recharge is off', 'Auto-reload is off'] },
        ],
      },
      button: 'It is as I want it',
    },
    {
      id: 'limit',
      title: 'Raise the limit you set',
      only: { cause: ['spend_limit'] },
      page: ['limits', 'project-limits'],
      words: {
        do: 'Press “Edit spend limit” and raise it, or wait until the month ends.',
        why: 'A hard limit stopped the spending. The answer says whether it is the organization’s or the project’s.',
        before: 'If this surprises you, check the usage page: the key may have leaked.',
        see: 'a limit above what was spent.',
      },
      target: 'editLimit',
      look: true,
      done: { said: true },
      button: 'It is raised',
    },
    {
      id: 'assigned',
      title: 'OpenAI’s own limit for you',
      only: { cause: ['usage_limit'] },
      page: ['limits'],
      words: {
        do: 'Read your usage tier and its monthly maximum. Ask OpenAI’s support for more, or wait until the month ends.',
        why: 'You cannot change this limit: it grows with your tier.',
        see: 'your tier, and what it allows in a month.',
      },
      look: true,
      done: { said: true },
      button: 'I have read it',
    },
    {
      id: 'wait',
      title: 'Give it some minutes',
      words: {
        do: 'Wait a few minutes after paying or raising a limit, then continue.',
        why: 'It takes a while until every server knows.',
        see: 'nothing new here; the next step tests the key.',
      },
      done: { said: true },
      button: 'I have waited',
    },
    {
      ...testAgain('ready', {
        why: 'Only a passed test ends this guide.',
        see: 'the status “Works”.',
        details:
          'Still “No credit” ten minutes after the credit arrived? Then this guide offers to create a new key. Test that one, and revoke this one.',
      }),
      late: {
        minutes: 10,
        when: { cause: ['no_credit', 'billing_inactive'] },
        say: 'Still refused after ten minutes. People report that a key made without credit can keep failing: create a new key.',
        guide: 'create-key',
      },
    },
    seeItWork,
  ]),
  receipt: [
    { label: 'Can spend again', text: 'the key “{label}”, ending in {lastFour}.', only: keyIs('ready') },
    {
      label: 'The most it can cost',
      text: 'your credit, or your hard limit if that is lower. With auto-reload on, only the limit stops it.',
    },
  ],
  next: ['limit-spending', 'monitor-usage'],
})
