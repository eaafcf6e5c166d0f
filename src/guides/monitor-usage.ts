/** Where the money goes: the usage page, by key and by project. */

import { sayings } from './concepts.ts'
import { defineGuide } from './define-guide.ts'
import { noRightsTexts } from './detours.ts'

export const monitorUsage = defineGuide({
  id: 'monitor-usage',
  title: 'See what you spend',
  summary:
    'You know what this month has cost so far, which key or project it came from, and how to look again.',
  searchWords: [
    'usage, see usage, monitor usage, usage page, usage dashboard, check usage, how much have i used, consumption, statistics, activity',
    'how much did i spend, what have i spent, spent so far, current costs, cost this month, bill so far, current bill, my costs, where did my money go, what costs so much, cost breakdown, cost per key, cost per project, cost per program, cost per app, cost per model, cost per customer, which key spends',
    'remaining credit, how much credit is left, check balance, balance left, money left, see my credits, credit balance, remaining tokens',
    'tokens used, token count, number of requests, requests so far, usage per model, usage by user, per key usage, track usage, tracking',
    'export usage, csv, download costs, report, usage report, monthly report, expense report, logs, request logs, history of calls, look at single requests',
    'last used, is my key still used, unusual usage, spike in usage, high usage, why so expensive, bill is higher than expected',
    'who spent all that money, which program eats the most, what did it cost yesterday, what did the bot cost, how expensive was last week, where does the money go, what is left of my money, which of my keys costs the most, show me the numbers, how many calls did we make',
  ],
  minutes: 4,
  checked: '2026-11-21',
  sources: [
    'seed: Step 7: Monitor Your Usage; Monitoring: Implement logging; Set up alerts for unusual API activity',
    'seed: Cost Management: Track API usage and costs regularly; Enable Monitoring',
    'facts: T1003 2026-10 usage page, HC-USE: UTC, delayed, own project selector',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: [
    'Only owners, and people with permission for the usage dashboard, see it.',
    'Looking costs nothing.',
  ],
  targets: {
    period: {
      is: [
        {
          role: 'button',
          names: ['Last 7 days', 'Last 30 days', 'Month to date', 'Date range', 'This month'],
        },
        { role: 'combobox', names: ['Last 7 days', 'Last 30 days', 'Month to date', 'Date range'] },
        // Until 2025 a list without a name of its own: known by what it offers.
        { role: 'combobox', texts: ['Month to date', 'Last 7 days', 'Last 30 days'] },
      ],
      like: sayings('period'),
      look: 'the period, at the top right: “Last 7 days” or a pair of dates',
    },
    groupBy: {
      is: [
        { role: 'button', names: ['Group by', 'Group by: None', 'Group by Project', 'Group by API key'] },
        { role: 'combobox', names: ['Group by'] },
      ],
      like: sayings('group'),
      look: '“Group by”, above the chart',
    },
    export: {
      is: { role: 'button', names: ['Export', 'Export data', 'Download'] },
      like: sayings('export'),
      look: 'the button “Export”',
    },
  },
  usual: ['signed-out'],
  steps: [
    {
      id: 'open',
      assures: true,
      title: 'Look at this month',
      page: ['usage'],
      words: {
        do: 'Read “Total Spend”, then set the period to “Month to date”.',
        why: 'A limit counts by calendar month, so compare this number with it.',
        see: 'the spending since the first of the month.',
        details:
          'Days are counted in UTC and the numbers lag by some minutes to hours. Newer layouts call the page “Analytics” and keep “Usage” inside.',
      },
      target: 'period',
      look: true,
      optional: true,
      done: { said: true },
      button: 'I see it',
    },
    {
      id: 'project',
      title: 'Check the project',
      page: ['usage'],
      words: {
        do: 'Look whether the page shows all projects or one: it has a project selector of its own.',
        why: 'An empty chart is most often the wrong project, organization or period.',
        see: 'the project you mean, or all of them.',
      },
      look: true,
      done: { said: true },
      button: 'It is right',
    },
    {
      id: 'by-key',
      assures: true,
      title: 'Split it by key',
      page: ['usage'],
      words: {
        do: 'Press “Group by” and choose “API key”.',
        why: 'If a key spends when you use nothing, a program has a bug, or the key has leaked.',
        see: 'one colour for each key.',
        details:
          'A key you do not know, or a jump you cannot explain: start the guide “My key leaked” at once.',
      },
      target: 'groupBy',
      look: true,
      optional: true,
      done: { said: true },
      button: 'I see each key',
    },
    {
      id: 'export',
      title: 'Export it',
      page: ['usage'],
      words: {
        do: 'If you need the numbers elsewhere, press “Export”; otherwise continue.',
        see: 'a file with a line for each day.',
      },
      target: 'export',
      look: true,
      optional: true,
      done: { said: true },
      button: 'Continue',
    },
    {
      id: 'requests',
      title: 'Look at single requests',
      page: ['logs'],
      words: {
        do: 'Open “Logs” to see single requests: time, model, tokens, and what came back.',
        why: 'When the total surprises you, the one request that did it is here.',
        before: 'Logs show the texts that were sent.',
        see: 'a list of requests, newest first. It can be empty if your programs do not store them.',
      },
      look: true,
      done: { said: true },
      button: 'I have looked',
    },
    {
      id: 'alert',
      title: 'Be told of a jump',
      words: {
        do: 'Set an e-mail alert at half of your monthly limit: the guide “Limit what it can cost” shows where.',
        why: 'An alert at a low amount tells you early that something is wrong.',
        see: 'the alert on the limits page.',
        details:
          'Unusual is: more in a day than in other weeks together, use at night, a model you do not use, a key you do not know. With an Admin key, Keyway’s page “Cost” compares the last days with those before.',
      },
      link: { url: 'https://platform.openai.com/settings/organization/limits', label: 'Limits' },
      done: { said: true },
      button: 'I have an alert',
    },
    {
      id: 'own-log',
      title: 'Log in your own program',
      elsewhere: 'your program',
      words: {
        do: 'For each call, log the time, the model, the tokens, and the request id in the header “x-request-id”.',
        why: 'With it you find which part of your program spends, and support can find the request.',
        before: 'Never log the key or the header “Authorization”.',
        see: 'a line in your log for each call.',
        details:
          'In OpenAI’s libraries the tokens are in “usage”, and the id is “_request_id” of the answer. Log texts only if your users agreed.',
      },
      link: {
        url: 'https://developers.openai.com/api/docs/guides/production-best-practices',
        label: 'Production best practices',
      },
      done: { said: true },
      button: 'It logs, or not needed',
    },
  ],
  detours: [
    {
      id: 'no-rights',
      title: 'You may not see this',
      when: { text: noRightsTexts },
      words: {
        do: 'Ask an owner of the organization for permission to see the usage dashboard.',
        why: 'Only they, and people with that permission, see what everybody spends.',
        see: 'the chart and “Total Spend”.',
      },
    },
  ],
  receipt: [
    { label: 'You know', text: 'what this month has cost, and by which key.' },
    { label: 'Look again', text: 'once a week, and after each new program.' },
  ],
  next: ['limit-spending', 'spend-less', 'key-compromised'],
})
