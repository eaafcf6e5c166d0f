/** The same work for less money: a smaller model, cached input, batches, shorter answers. Figures come from the price table. */
import { defineGuide } from './define-guide.ts'
import { cachedShare, pricesInWords, pricesOf, timesDearer, whatBuys } from './prices-in-words.ts'

export const spendLess = defineGuide({
  id: 'spend-less',
  title: 'Spend less for the same work',
  summary: 'You know which four changes lower the bill, and which of them fit your program.',
  searchWords: [
    'save cost, save money, lower my bill, reduce cost, cheaper, cheaper model, spend less, cheaper calls, cut costs, optimize api calls, cost optimization, the api is too expensive, costs too much',
    'which model should i choose, choose a model, which model is cheapest, cheapest model, smaller model, mini model, compare models, model prices',
    'batch requests are cheaper, batch discount, prompt caching, cached input, cached tokens, half price, flex processing, shorter answers, max_output_tokens',
    'test locally, try without paying, local testing, mock the api, test without spending',
    'model shut down, deprecated model, deprecations, changelog, what is new, stay up to date, new models',
    'is there something cheaper, it costs too much, same result for less money, too expensive for us, pay half, a smaller brain is enough, answers are too long and dear, do it overnight for less, stop wasting tokens',
  ],
  minutes: 5,
  checked: '2026-11-21',
  sources: [
    'seed: Efficient Coding: Optimize API calls to reduce costs; Choose Your Model; Local Testing',
    'seed: staying updated with OpenAI’s latest features',
    'facts: prices of src/features/usage/core/prices.ts, by their own date and source',
    'facts: https://developers.openai.com/api/docs/guides/prompt-caching and /batch (read 2026-11-21)',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['Nothing here costs money.'],
  targets: {},
  steps: [
    {
      id: 'model',
      title: 'Take the smallest model that does it',
      elsewhere: 'your program',
      words: {
        do: 'Try your real task with a small model first. Take a larger one only where the answers are not good enough.',
        why: `The price differs up to ${timesDearer} times: ${pricesInWords}.`,
        see: 'answers that are good enough.',
        details: `What $5 buys, in words that a model writes: ${whatBuys(5)}. Prices of ${pricesOf}. “Try it” in Keyway lists the models of your key, cheapest first.`,
      },
      link: { url: 'https://developers.openai.com/api/docs/models', label: 'OpenAI’s models' },
      done: { said: true },
      button: 'I have tried',
    },
    {
      id: 'cache',
      title: 'Put what repeats in front',
      elsewhere: 'your program',
      words: {
        do: 'Begin each request with the part that never changes, and put the question at the end.',
        why: `A beginning that the model has just read is cached by itself, and costs ${cachedShare} of the input price with today’s models.`,
        see: '“cached_tokens” above 0 in the answer’s usage.',
        details: 'It works from about 1,000 tokens of the same beginning. It needs no setting.',
      },
      link: {
        url: 'https://developers.openai.com/api/docs/guides/prompt-caching',
        label: 'Prompt caching',
      },
      done: { said: true },
      button: 'Done, or nothing repeats',
    },
    {
      id: 'short',
      title: 'Ask for less',
      elsewhere: 'your program',
      words: {
        do: 'Ask for short answers, set “max_output_tokens”, and send only the text that the task needs.',
        why: 'What the model writes costs several times as much as what it reads.',
        see: 'fewer tokens in the answer’s usage.',
      },
      done: { said: true },
      button: 'Done',
    },
    {
      id: 'batch',
      title: 'What can wait goes in a batch',
      elsewhere: 'your program',
      words: {
        do: 'Use the Batch API for work that may take up to a day.',
        why: 'It costs half.',
        see: 'the job under “Batches” on the platform.',
      },
      link: { url: 'https://developers.openai.com/api/docs/guides/batch', label: 'Batch API' },
      done: { said: true },
      button: 'Done, or nothing can wait',
    },
    {
      id: 'local',
      title: 'Test without paying',
      elsewhere: 'your program',
      words: {
        do: 'While you build, replace the API by saved answers or by a local model. Call it only for the last test.',
        why: 'Most test runs check your own code, not the model.',
        see: 'tests that pass without a key.',
        details:
          'Ollama and LM Studio answer in the same form: set the base address of your client to theirs. Keyway tests such a server too.',
      },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'current',
      title: 'Stay up to date',
      words: {
        do: 'Look at OpenAI’s changelog once a month, and at its list of models that will be shut down.',
        why: 'New models are often cheaper. A program that names a model stops on the day the model is shut down.',
        see: 'no model of yours in the list.',
        details: 'The list is at developers.openai.com/api/docs/deprecations.',
      },
      link: { url: 'https://developers.openai.com/api/docs/changelog', label: 'OpenAI’s changelog' },
      done: { said: true },
      button: 'I have looked',
    },
  ],
  receipt: [
    { label: 'Cheaper', text: 'what you changed in your program, as you said.' },
    { label: 'See it', text: 'on the usage page, grouped by model, after a day or two.' },
  ],
  next: ['monitor-usage', 'limit-spending'],
})
