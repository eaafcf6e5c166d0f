/** Too many requests: which limit it was, and what to change in the program; the key is healthy. */
import { defineGuide } from './define-guide.ts'
import { keyIs, seeItWork, testAgain } from './steps.ts'

export const fixRateLimit = defineGuide({
  id: 'fix-rate-limit',
  title: 'Too many requests',
  summary: 'You know which limit you hit, and how your program waits instead of failing.',
  searchWords: [
    '429, error 429, http 429, 429 too many requests, too many requests, rate limit, rate limited, rate limit reached, rate limit exceeded, rate_limit_exceeded, RateLimitError, rate limit error, ratelimit',
    'rpm, tpm, rpd, requests per minute, tokens per minute, requests per day, limit requests, tokens per min limit requested, please try again in 20s, retry after',
    'slow down, slow_down, throttled, throttling, too fast, requests too fast, api is slow, backoff, exponential backoff, retry, retries, wait between requests, sleep, tenacity, concurrency, parallel requests, queue, burst',
    'usage tier, tier 1, tier 2, tier 5, higher tier, upgrade tier, increase rate limit, raise rate limit, more requests, increase limits, batch api, batch, spread requests, request too large',
    'too many at once, when many people use it, it gets blocked when busy, works alone but not with many users, wait a moment and try again, i send too fast, blocked for a minute, how many calls may i make, only three per minute, it stops after a few requests',
  ],
  minutes: 6,
  checked: '2026-11-21',
  sources: [
    'seed: Issue: Rate Limit Exceeded: rate limiting, higher tier, spread requests, batch, monitor',
    'seed: Efficient Coding, Implement Rate Limiting',
    'facts: 1.7 money and rate; usage tiers 2026-10',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: [
    'The key is fine: this answer comes only to keys that work.',
    'Nothing here costs money, but a higher tier comes with credit you buy.',
  ],
  targets: {
    allModels: {
      is: [
        { role: 'button', names: ['View all models', 'Show all models', 'All models'] },
        { role: 'link', names: ['View all models', 'Show all models'] },
      ],
      look: '“View all models”, under the table of rate limits',
    },
  },
  usual: ['signed-out'],
  steps: [
    {
      id: 'which',
      title: 'Read which limit it was',
      words: {
        do: 'Read the error again: “RPM” is requests per minute, “TPM” tokens per minute, “RPD” requests per day.',
        why: 'Each limit has a different fix.',
        see: 'one of the limits, and how long to wait.',
        details:
          'There are also “TPD”, tokens per day, and “IPM”, images per minute. If it speaks of quota, credits or a spend limit, it is about money: the guide “No credit, or a limit reached” is the right one.',
      },
      done: { said: true },
      button: 'I know which',
    },
    {
      id: 'limits',
      title: 'See your limits',
      page: ['limits', 'project-limits'],
      words: {
        do: 'Find your model in the table of rate limits, and your tier above it.',
        why: 'Limits count for the whole project and organization together, not for each key: a second key does not help.',
        see: 'requests and tokens per minute for your model.',
      },
      target: 'allModels',
      look: true,
      optional: true,
      done: { said: true },
      button: 'I see them',
    },
    {
      id: 'back-off',
      title: 'Let your program wait',
      elsewhere: 'your program',
      words: {
        do: 'After a 429, wait as long as “retry-after” says. Otherwise wait 1, 2, 4, 8 seconds plus a random part of a second, six times at most.',
        why: 'Failed requests count too, so retrying at once keeps you blocked.',
        see: 'fewer errors in the log, the same results.',
        details:
          'OpenAI’s own packages retry twice. For six times write in Python: OpenAI(max_retries=6), in Node: new OpenAI with the option maxRetries: 6. The side panel shows a whole program in your language under “Show it as code”.',
      },
      done: { said: true },
      button: 'It waits',
    },
    {
      id: 'spread',
      title: 'Ask less at once',
      elsewhere: 'your program',
      words: {
        do: 'Send at most four requests at a time, shorten the texts, lower “max_output_tokens”, and reuse answers.',
        why: 'The limit counts what you ask for, not what you get: a high maximum uses it up.',
        see: 'a steady rate in place of bursts.',
      },
      done: { said: true },
      button: 'It asks less',
    },
    {
      id: 'batch',
      title: 'What can wait goes in a batch',
      elsewhere: 'your program',
      words: {
        do: 'Use the Batch API for work that may take up to a day.',
        why: 'It has limits of its own, and costs half.',
        see: 'the job under “Batches” on the platform.',
      },
      link: { url: 'https://developers.openai.com/api/docs/guides/batch', label: 'Batch API' },
      done: { said: true },
      button: 'Nothing to batch, or done',
    },
    {
      id: 'tier',
      title: 'Or a higher tier',
      page: ['limits'],
      words: {
        do: 'Look at “Usage tiers”: each says what you must have paid, and since when, to get its limits.',
        why: 'Tiers rise by themselves with the credit you buy.',
        before: 'Credit that you buy only for this costs money and expires after a year.',
        see: 'your tier and the next.',
      },
      done: { said: true },
      button: 'I have decided',
    },
    testAgain('accepted', {
      why: 'The key itself should work. The rest is the pace of your program.',
      see: 'the status “Works”.',
    }),
    seeItWork,
  ],
  receipt: [
    { label: 'The key', text: '“{label}” works.', only: keyIs('accepted') },
    { label: 'Your program', text: 'waits and asks again, as you said.' },
  ],
  next: ['monitor-usage', 'limit-spending'],
})
