/** Before anything is made: is a key what this person needs? Four ways out, each with where it says so. Nothing is shown on a page. */
import { defineGuide } from './define-guide.ts'

const local = 'https://docs.ollama.com/'
const codex = 'https://developers.openai.com/codex/auth'
const separate = 'https://help.openai.com/en/articles/9039756'

export const needAKey = defineGuide({
  id: 'need-a-key',
  title: 'Do you need a key?',
  summary: 'You know what you need: a ChatGPT plan, a key, a local model, or access without a key.',
  searchWords: [
    'do i need a key, do i need an api key, do i really need a key, why do i need a key, what is an api key, what is an api key for, what does an api key do, key or subscription',
    'chatgpt plus, chatgpt pro, chatgpt business, chatgpt subscription, i already pay for chatgpt, i only have chatgpt, is plus enough, is my plan enough, difference between chatgpt and api, pay extra for the api',
    'use openai without a key, use my chatgpt plan instead of a key, chatgpt login instead of api key, sign in with chatgpt, codex with chatgpt plan, codex login, oauth instead of key',
    'local model, run a model locally, ollama, lm studio, llama on my computer, offline model, private model, self-hosted, open source model',
    'what do i need to know, do i have to be able to program, prerequisites, requirements, technical knowledge',
    'can i do it without paying twice, is my monthly plan good for programs too, i only want to chat, i am not a programmer, what is the point of a key, why does everyone talk about keys, can i use the website instead, is the app on my phone enough, something that runs on my own machine, what would i need it for',
  ],
  minutes: 2,
  checked: '2026-11-21',
  sources: [
    'seed: Understanding OpenAI API Keys: authentication, usage tracking, access control, security',
    'seed: Prerequisites: technical knowledge; Alternative AI Services: local models',
    'facts: ChatGPT and the API are billed apart, https://help.openai.com/en/articles/9039756 (read 2026-11-21)',
    'facts: Codex signs in with a ChatGPT plan or with a key, https://developers.openai.com/codex/auth (read 2026-11-21)',
    'facts: workload identity federation since 2026-05-26, https://developers.openai.com/api/docs/guides/workload-identity-federation',
    'facts: local servers need no key, https://docs.ollama.com/ (read 2026-11-21)',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['It costs nothing, and nothing is created.'],
  choices: [
    {
      id: 'want',
      question: 'What do you want to do?',
      why: 'An API key lets a program use OpenAI’s models and charge your account. Not everybody needs one.',
      options: [
        { id: 'chat', label: 'Chat, write or make pictures myself' },
        { id: 'codex', label: 'Let Codex write code for me' },
        { id: 'app', label: 'Use an app that asks for a key' },
        { id: 'code', label: 'Call the API from my own code' },
        { id: 'server', label: 'Call it from CI or a cloud server' },
        { id: 'local', label: 'Pay nothing, or keep my data here' },
      ],
    },
  ],
  targets: {},
  steps: [
    {
      id: 'plan',
      title: 'No key: ChatGPT is enough',
      only: { chosen: 'want', is: ['chat'] },
      words: {
        do: 'Use chatgpt.com, with a free or a paid plan.',
        why: 'A plan pays for what you do in ChatGPT yourself. It pays for no program: the API is billed separately.',
        see: 'ChatGPT, without any key.',
        details:
          'A key would only let a program do the same, for money on top. Does an app later ask for a key? Come back and choose “Use an app that asks for a key”.',
      },
      link: { url: separate, label: 'OpenAI: ChatGPT and API billing' },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'codex',
      title: 'No key: sign in to Codex',
      only: { chosen: 'want', is: ['codex'] },
      words: {
        do: 'In Codex choose “Sign in with ChatGPT”: your plan then pays for what Codex does.',
        why: 'Codex also takes a key, and then each call is billed to your API account.',
        before: 'Remove OPENAI_API_KEY from that computer if Codex should not use it.',
        see: 'Codex, signed in with your plan.',
        details:
          'This sign-in is meant for OpenAI’s own tools. Programs of others that reuse it put your account at risk: give those a key.',
      },
      link: { url: codex, label: 'OpenAI: how Codex signs in' },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'local',
      title: 'No key: a model on your computer',
      only: { chosen: 'want', is: ['local'] },
      words: {
        do: 'Install Ollama or LM Studio, and load an open model that fits your memory.',
        why: 'It costs nothing per call, and what you send stays on your computer.',
        before: 'Small models answer less well than the large ones online.',
        see: 'an answer in that program’s window.',
        details:
          'Both also answer programs on your computer, in the same form as the OpenAI API. You can keep such a server among your keys in Keyway, which tests it.',
      },
      link: { url: local, label: 'Ollama’s documentation' },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'keyless',
      title: 'No key: your platform vouches for you',
      only: { chosen: 'want', is: ['server'] },
      words: {
        do: 'If it runs on GitHub Actions, AWS, Azure, Google Cloud or Kubernetes, take the guide “Use the API from CI without a key”.',
        why: 'Since May 2026 such a program gets short-lived access, so that no key can leak.',
        see: 'that guide among the next ones.',
        details: 'Somewhere else? Then take the guide “Create a key for a service account”.',
      },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'key',
      title: 'Yes: you need a key',
      only: { chosen: 'want', is: ['app', 'code'] },
      words: {
        do: 'Create one key for each app or program, after you have bought credit.',
        why: 'The key says who calls, what the caller may do, and whose credit pays.',
        before: 'Whoever has the key can spend your credit.',
        see: 'the fitting guides on the last card.',
        details:
          'A key does four things. Authentication: it shows that the call is yours. Usage tracking: each call is counted under it. Access control: it may use only what you allow. Security: you can revoke it without changing your password.',
      },
      done: { said: true },
      button: 'Understood',
    },
    {
      id: 'app-needs',
      title: 'What you need for an app',
      only: { chosen: 'want', is: ['app'] },
      words: {
        do: 'Have an account, a card and $5 ready. You need no programming: you paste the key once.',
        see: 'the guide “Make a key for an app” among the next ones.',
      },
      done: { said: true },
      button: 'I have that',
    },
    {
      id: 'code-needs',
      title: 'What you need for your own code',
      only: { chosen: 'want', is: ['code'] },
      words: {
        do: 'Have an account, a card and $5 ready. You should be able to run a small program in a terminal.',
        why: 'Keyway gives you a working first call in Python, Node or curl. You need no knowledge of machine learning.',
        see: 'the guide “Create an API key” among the next ones.',
        details: 'OpenAI’s quickstart explains the first program line by line.',
      },
      link: { url: 'https://developers.openai.com/api/docs/quickstart', label: 'OpenAI’s quickstart' },
      done: { said: true },
      button: 'I have that',
    },
  ],
  receipt: [
    {
      label: 'You need',
      text: 'a ChatGPT plan, and no key.',
      only: { chosen: 'want', is: ['chat', 'codex'] },
    },
    { label: 'You need', text: 'a local model, and no key.', only: { chosen: 'want', is: ['local'] } },
    {
      label: 'You need',
      text: 'a workload identity, and no key at all.',
      only: { chosen: 'want', is: ['server'] },
    },
    {
      label: 'You need',
      text: 'a key of its own, and credit.',
      only: { chosen: 'want', is: ['app', 'code'] },
    },
    { label: 'Checked', text: 'with OpenAI’s pages on 21 November 2026.' },
  ],
  next: ['create-account', 'set-up-billing', 'create-key', 'give-to-app', 'keyless-ci'],
})
