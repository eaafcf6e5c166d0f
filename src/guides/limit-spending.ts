/** A ceiling that holds, and a warning before it: what the platform calls spend limit, and the switch that makes it one. */
import { sayings } from './concepts.ts'
import { defineGuide } from './define-guide.ts'
import { editingLimit, limitSaved } from './steps.ts'
import { limits } from './targets.ts'

export const limitSpending = defineGuide({
  id: 'limit-spending',
  title: 'Limit what it can cost',
  summary: 'Your API spending has a hard limit.',
  searchWords: [
    'limit spending, spend limit, spending limit, spending cap, budget, monthly budget, hard limit, soft limit, cost limit, set a limit, set usage limit',
    'cap costs, cost control, control costs, keep costs low, ceiling, maximum per month, no more than, do not spend more than, never costs more than, at most per month',
    'surprise bill, unexpected bill, huge bill, afraid of costs, avoid big bill, runaway costs, overspending, prevent overcharge, bill shock',
    'alert, email alert, send me an email when i have spent, tell me when cost exceeds, notify me when, spend alert, usage alert, cost alert, warning before the limit, notification threshold, budget alert, billing alert',
    'stop at amount, cut off at, block after, safety limit, daily limit, parental control',
    'how to lower the limit, protect my wallet, money running away, limit per project, expensive loop',
    'so that it cannot get out of hand, stop when the money is gone, make sure it stays below an amount, never more than a few dollars, a lid on the costs, my child should not spend much, afraid of a bug that spends everything, write to me before it gets expensive, switch off when it costs too much',
  ],
  minutes: 4,
  checked: '2026-11-21',
  sources: [
    'seed: Step 3: Set up billing limits to control costs; Budget Limits; Set up billing alerts',
    'facts: 2.5 Limits: “Edit spend limit”, “Enforce a hard limit” off by default (NAL, DOC-SL 2026); older: Set a Budget Alert, Enable Budget Limit (LC 2025-01)',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['You are an owner of the organization or the project.', 'It costs nothing.'],
  choices: [
    {
      id: 'month',
      with: 'amount',
      question: 'How much may a month cost at most?',
      options: [
        { id: 'five', label: '$5: trying things out', fill: { amount: '5' } },
        { id: 'twenty', label: '$20: a program of my own', fill: { amount: '20' } },
        { id: 'hundred', label: '$100: a service others use', fill: { amount: '100' } },
      ],
    },
  ],
  targets: {
    edit: limits.edit,
    amount: limits.amount,
    hard: limits.hard,
    hardApart: limits.hardApart,
    save: limits.save,
    alert: {
      is: [
        {
          role: 'button',
          names: ['Add alert', 'Add Alert', 'Add budget alert', 'Add spend alert', 'Set a Budget Alert'],
          not: ['Edit spend limit'],
        },
        {
          role: 'textbox',
          names: ['Alert when spend reaches', 'Set a Budget Alert', 'Email notification threshold'],
        },
      ],
      like: sayings('alert'),
      look: '“Add alert” or “Alert when spend reaches”, near the limit',
    },
  },
  usual: ['signed-out', 'no-rights', 'payment'],
  steps: [
    {
      id: 'edit',
      title: 'Open the spend limit',
      page: ['limits', 'project-limits'],
      when: { noDialog: true },
      words: {
        do: 'Press “Edit spend limit”.',
        why: 'Without a limit, a bug or a stranger with your key can spend all your credit, and more with auto-reload.',
        see: 'the dialog “Edit spend limit”.',
        details:
          'The number beside it reads “spent / limit”. It is what was spent, not what you have. Older layouts show the fields on the page itself.',
      },
      target: 'edit',
      done: editingLimit,
    },
    {
      id: 'amount',
      title: 'Type the amount',
      page: ['limits', 'project-limits'],
      when: editingLimit,
      words: {
        do: 'In “Monthly spend limit” type the most a month may cost, such as {amount|5}.',
        why: 'It counts anew each calendar month, in UTC.',
        before: 'The amount alone stops nothing.',
        see: 'your amount in the field.',
      },
      target: 'amount',
      done: { all: [{ filled: 'amount' }, { not: { focused: 'amount' } }] },
      look: true,
      button: 'The amount is right',
    },
    {
      id: 'hard',
      assures: true,
      title: 'Turn on the hard limit',
      page: ['limits', 'project-limits'],
      when: editingLimit,
      words: {
        do: 'Turn on “Enforce a hard limit”.',
        why: 'It is off by default: then you only get an e-mail. When it is on, calls are refused at the amount.',
        before: 'At the limit your programs stop until the month ends or you raise it.',
        see: 'the switch is on.',
      },
      target: 'hard',
      // Layouts without the switch: the amount was the hard limit itself (2024), there was none (early 2026), or it is apart.
      optional: true,
      done: { checked: 'hard' },
      blocked: [
        {
          say: 'It is greyed out: do what the page asks for first, or ask an owner: your role may not change it.',
        },
      ],
    },
    {
      id: 'save',
      assures: true,
      title: 'Save it',
      page: ['limits', 'project-limits'],
      when: editingLimit,
      words: {
        do: 'Press “Save”.',
        why: 'Until then nothing has changed.',
        see: 'the dialog closes and the card shows your amount.',
        details:
          'The card does not show whether the limit is hard. Open the dialog again if you want to be sure. A dialog without that switch sets a warning only.',
      },
      target: 'save',
      done: limitSaved,
      blocked: [
        {
          say: 'It is greyed out: do what the page asks for first, most likely an amount that your tier allows.',
        },
      ],
    },
    {
      id: 'hard-apart',
      title: 'If the hard limit is apart',
      page: ['limits', 'project-limits'],
      words: {
        do: 'If there is “Edit hard limit”, press it, turn the limit on and save.',
        why: 'Some accounts have two settings, an alert and a hard limit. Only the hard limit refuses calls.',
        before: 'At the limit your programs stop.',
        see: 'that it is on when you open it again.',
      },
      target: 'hardApart',
      via: ['hard'],
      optional: true,
      look: true,
      done: { said: true },
      button: 'The hard limit is on',
    },
    {
      id: 'alert',
      title: 'Add an alert',
      page: ['limits', 'project-limits'],
      words: {
        do: 'Look for “Add alert” (or “Alert when spend reaches”), and set one at about half of the limit.',
        why: 'An e-mail at half leaves time to react. At the limit your programs have stopped.',
        see: 'the alert in the list.',
      },
      target: 'alert',
      look: true,
      optional: true,
      done: { said: true },
      button: 'I have one',
    },
  ],
  receipt: [
    {
      label: 'The most a month can cost',
      text: 'the amount you set, while its hard limit is on, and a little more while enforcement catches up. Without a hard limit it is only a warning.',
    },
    {
      label: 'When it is reached',
      text: 'calls are refused with “spend limit exceeded” until the month ends or you raise it.',
    },
    { label: 'Taking it back', text: 'the same dialog.' },
  ],
  next: ['create-key', 'monitor-usage'],
})
