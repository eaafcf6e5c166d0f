/** What a person compares providers by, in their own words, as their pages had it on `checked`. Data only. */
import { t } from '../../../i18n/t.ts'
import type { ProviderId } from '../../../providers/verdict.ts'

export type ProviderFacts = {
  /** What it has to offer. */
  has: string
  /** What it wants before the first call works. */
  begin: string
  /** What can stop the spending. */
  cap: string
}

export const checked = '2026-11-21'

export const providerFacts: Readonly<Record<Exclude<ProviderId, 'other'>, ProviderFacts>> = {
  openai: {
    has: t('GPT models; text, images, sound. Keyway’s guides are made for it.'),
    begin: t('Credit bought ahead, from $5. It expires after a year.'),
    cap: t('A hard limit for the organization and for each project. Keys can be restricted and can expire.'),
  },
  // https://support.anthropic.com/en/articles/8977456-how-do-i-pay-for-my-api-usage
  anthropic: {
    has: t('Claude models.'),
    begin: t('Credit bought ahead. It expires after a year.'),
    cap: t('The credit, with automatic reloading off; limits for each workspace.'),
  },
  // https://ai.google.dev/gemini-api/docs/billing
  gemini: {
    has: t('Gemini models of Google; text, images, sound, film.'),
    begin: t(
      'A Google account. Small use is free; more needs a billing account, at first with credit bought ahead.',
    ),
    cap: t('Free use simply stops. Each paid tier has a cap, from $250.'),
  },
  // https://docs.mistral.ai/getting-started/quickstarts/admin/manage-workspaces
  mistral: {
    has: t('Mistral models, run in Europe.'),
    begin: t('A way to pay on file: before that its keys do not work.'),
    cap: t('A monthly limit for each workspace.'),
  },
  // https://console.groq.com/docs/rate-limits
  groq: {
    has: t('Open models such as Llama, very fast.'),
    begin: t('An account. Small use is free, with limits for each model.'),
    cap: t('Free use simply stops. With a card, a spend limit can be set.'),
  },
  // https://openrouter.ai/docs/api_reference/limits
  openrouter: {
    has: t('Hundreds of models of many makers behind one key.'),
    begin: t('An account; credit bought ahead, save for models marked “free”.'),
    cap: t('The credit, and a limit for each key. Keyway shows when a key’s limit is used up.'),
  },
  // https://api-docs.deepseek.com/quick_start/pricing
  deepseek: {
    has: t('DeepSeek models, run in China.'),
    begin: t('Credit bought ahead.'),
    cap: t('The credit.'),
  },
  // Its pages could not be read on that day: its console has the word.
  xai: {
    has: t('Grok models.'),
    begin: t('Credit; its console says how.'),
    cap: t('Look for limits in its console.'),
  },
  // https://docs.together.ai/docs/billing-credits
  together: {
    has: t('Open models, also to be trained further.'),
    begin: t('Credit bought ahead, from $5.'),
    cap: t('The credit, with automatic reloading off.'),
  },
  ollama: {
    has: t('Open models on your own computer, from the command line.'),
    begin: t('Its program, and memory for the model. No key, no account.'),
    cap: t('It costs nothing, and nothing leaves your computer.'),
  },
  lmstudio: {
    has: t('Open models on your own computer, in a window.'),
    begin: t('Its program, and memory for the model. No key, no account.'),
    cap: t('It costs nothing, and nothing leaves your computer.'),
  },
  llamacpp: {
    has: t('Open models on your own computer, for those who like to build.'),
    begin: t('Its server, started by you, and memory for the model. A key only if you set one.'),
    cap: t('It costs nothing, and nothing leaves your computer.'),
  },
}
