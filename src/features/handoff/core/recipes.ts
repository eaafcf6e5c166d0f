/**
 * Where the key goes in apps that people use it with. Data: for each the place, whether it wants a key or a sign-in, and the sentence of its
 * own documentation that says so, with the day it was read. What no source of the app's makers says is left out: none was found for
 * Zapier and Raycast (looked for twice on 22 November 2026), and few name the permissions that they need. The limit is our advice: an
 * editor's agent and what many people share spend more than a note or a spreadsheet. Pure.
 */
import { t } from '../../../i18n/t.ts'
import type { ProviderId } from '../../../providers/verdict.ts'

export type Recipe = {
  id: string
  app: string
  /** The way to the field, or the variable that it reads. */
  where: string
  /** What else is worth knowing before the key is handed over. */
  note: string
  /** In the documentation's own words. */
  quote: string
  source: string
  /** By its documentation a ChatGPT plan, signed in, does instead. */
  takesPlan?: true
  /** What its documentation says it calls beside the model; absent: it does not say. */
  permissions?: string
  /** Dollars a month to begin with. */
  limit: 5 | 20
  /** Of several providers; absent: OpenAI only. */
  isForAll?: true
}

export const recipesChecked = '2026-11-22'

const recipes: Recipe[] = [
  {
    id: 'cursor',
    app: 'Cursor',
    where: t('Cursor Settings › Models, at your provider'),
    note: t('Wants a key for chat models only; completion while you type stays with Cursor’s own models.'),
    limit: 20,
    quote: 'Custom API keys only work with chat models',
    source: 'https://cursor.com/help/models-and-usage/api-keys',
    isForAll: true,
  },
  {
    id: 'continue',
    app: 'Continue',
    where: t('A .env file in ~/.continue or in your workspace; config.yaml then names it as a secret'),
    note: t('In an editor it does not see the variables of your shell.'),
    limit: 20,
    quote: 'IDE extensions (VS Code, JetBrains) cannot read your shell environment variables.',
    source: 'https://docs.continue.dev/faqs',
    isForAll: true,
  },
  {
    id: 'cline',
    app: 'Cline',
    where: t('Cline’s settings › API Provider “OpenAI” › OpenAI API Key'),
    note: t('With a ChatGPT plan you need no key: choose “OpenAI Codex” and sign in.'),
    takesPlan: true,
    limit: 20,
    quote: 'Paste your OpenAI API key into the "OpenAI API Key" field.',
    source: 'https://docs.cline.bot/provider-config/openai',
  },
  {
    id: 'jetbrains',
    app: 'JetBrains AI Assistant',
    where: t('AI Chat › Bring your own API key › Provider and Key'),
    note: t('Works without a JetBrains AI subscription.'),
    limit: 20,
    quote:
      'AI Assistant supports the Bring Your Own Key (BYOK) approach, which allows you to use models from a supported AI provider by providing your own API key.',
    source: 'https://www.jetbrains.com/help/ai-assistant/2026.1/bring-your-own-key-byok.html',
    isForAll: true,
  },
  {
    id: 'zed',
    app: 'Zed',
    where: t('Settings › AI › LLM Providers, or the environment variable'),
    note: t('Kept in the system’s keychain. A ChatGPT plan is set up elsewhere, by signing in.'),
    takesPlan: true,
    limit: 20,
    quote: 'Keys saved through Zed are stored in the system keychain, not in settings.json.',
    source: 'https://zed.dev/docs/ai/use-api-access',
    isForAll: true,
  },
  {
    id: 'n8n',
    app: 'n8n',
    where: t('Credentials › OpenAI › API Key'),
    note: t('It asks for the organization’s ID only when you belong to several.'),
    limit: 5,
    quote:
      'An Organization ID: Required if you belong to multiple organizations; otherwise, leave this blank.',
    source: 'https://docs.n8n.io/integrations/builtin/credentials/openai/',
  },
  {
    id: 'home-assistant',
    app: 'Home Assistant',
    where: t('Settings › Devices & services › Add integration › OpenAI › API key'),
    note: t('Set a spend limit first: automations call it without you.'),
    limit: 5,
    quote:
      'This is a paid service, we advise you to monitor your costs in the OpenAI portal closely and configure usage limits to avoid unwanted costs associated with using the service.',
    source: 'https://www.home-assistant.io/integrations/openai_conversation/',
  },
  {
    id: 'librechat',
    app: 'LibreChat',
    where: t('OPENAI_API_KEY in its .env'),
    note: t('Written there, everybody who uses your LibreChat spends it.'),
    permissions: t('What its users do, and “List models” unless OPENAI_MODELS in its .env names the models'),
    limit: 20,
    quote:
      'Your OpenAI API key. Leave blank to disable this endpoint or set to "user_provided" to allow users to provide their own API key from the WebUI.',
    source: 'https://www.librechat.ai/docs/configuration/dotenv',
  },
  {
    id: 'open-webui',
    app: 'Open WebUI',
    where: t('Admin Settings › Connections › OpenAI › Manage › Add New Connection'),
    note: t('Fill in Model IDs, so that you offer no costly model by accident.'),
    limit: 20,
    quote: 'Set: Acts as an Allowlist. Only the specific model IDs you enter here will be visible to users.',
    source: 'https://docs.openwebui.com/getting-started/quick-start/connect-a-provider/starting-with-openai',
  },
  {
    id: 'obsidian-copilot',
    app: t('Obsidian, with Copilot'),
    where: t('Settings › Copilot › BYOK › Add a provider › API key'),
    note: t('Kept on this device, so each computer wants it once.'),
    limit: 5,
    quote:
      "Copilot stores provider API keys and the Copilot license key in this device's Obsidian Keychain, not in the vault's data.json.",
    source: 'https://github.com/logancyang/obsidian-copilot/blob/master/docs/llm-providers.md',
    isForAll: true,
  },
  {
    id: 'gpt-for-work',
    app: t('Excel and Google Sheets, with GPT for Work'),
    where: t('GPT for Work dashboard › API keys › your provider'),
    note: t('A key set for the space is spent by all its members. It wants 1,000 requests a minute.'),
    limit: 20,
    quote:
      'You can share API keys with space users and control whether they are allowed to use their own keys.',
    source: 'https://gptforwork.com/help/manage-api-keys-for-your-space',
    isForAll: true,
  },
  {
    id: 'make',
    app: 'Make',
    where: t('An OpenAI module › Create a connection › API Key'),
    note: t('It asks for your organization’s ID too.'),
    limit: 5,
    quote: 'To connect OpenAI to Make, you must obtain an API Key and Organization ID from your account.',
    source: 'https://www.help.make.com/en/help/ai-in-make/openai--dall-e---chatgpt-.html',
  },
  {
    id: 'langchain',
    app: 'LangChain',
    where: t('The environment variable OPENAI_API_KEY'),
    note: t('A key for LangSmith, its tracing, is another one: LANGSMITH_API_KEY.'),
    limit: 5,
    quote: 'Once you’ve done this set the OPENAI_API_KEY environment variable',
    source: 'https://docs.langchain.com/oss/python/integrations/llms/openai',
  },
  {
    id: 'llamaindex',
    app: 'LlamaIndex',
    where: t('The environment variable OPENAI_API_KEY'),
    note: t('Its examples call OpenAI by default, so name the model you want.'),
    limit: 5,
    quote: 'Make sure your API key is available to your code by setting it as an environment variable',
    source: 'https://developers.llamaindex.ai/python/framework/getting_started/starter_example/',
  },
]

export function recipesFor(provider: ProviderId): Recipe[] {
  return provider === 'openai' ? recipes : recipes.filter(({ isForAll }) => isForAll)
}
