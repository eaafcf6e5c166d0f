/** Guide: from "no key" to a key that is sealed in the vault and known to work. Data only. */
import { sayings } from './concepts.ts'
import { defineGuide } from './define-guide.ts'
import {
  capabilitiesStep,
  compareStep,
  listModelsStep,
  permissionTargets,
  readOnlyStep,
  responsesStep,
  restrictedStep,
  scopesFor,
} from './permission-rows.ts'
import { keepTargets, keepTheKey, keyUnseen, projectLine, vaultStep } from './steps.ts'
import { apiKeys, dialogs } from './targets.ts'

const forChat = { chosen: 'needs', is: ['chat'] }
const creating = { any: [{ dialog: [...dialogs.create] }, { seen: 'submit' }] }

export const createKey = defineGuide({
  id: 'create-key',
  title: 'Create an API key',
  summary: 'You have a key that works, encrypted in your vault.',
  searchWords: [
    'api key, secret key, get an api key, create key, generate api key, new api key, obtain key, make a token, api token, access token, api credentials',
    'where do i find my api key, where is my key, find my api key, show my key, see key again, api keys page, copy api key, view full key, key shown once, forgot to copy the key, lost my key, cannot see my key again, closed the window before copying',
    'first key, how do i get a key, request api access, api access, developer key, openai key, gpt key, chatgpt api key, dall-e key, whisper key, key for gpt-5',
    'key for my code, key for python, key for node, own program, own script, for my website, for coding, connect to the api, call the api, integrate gpt',
    'sk, starts with sk, secret, create new secret key, name a key, key name, store a key safely, save key, where to keep my key, keep my key safe',
    'expiry date of a key, set expiration, key that expires, key with end date, temporary key',
    'key test, second key, another key, additional key',
    'which button gives me the key, press to make one, the string of letters for my program, that long code that starts with sk, what do i put after bearer, the code that the tutorial asks for, my teacher wants a key, the thing i paste into the script, where do they hand out keys',
  ],
  achieved: { all: [{ key: 'saved' }, { key: 'accepted' }] },
  minutes: 4,
  checked: '2026-11-21',
  sources: [
    'seed: Solution 2: Generate API Key via Platform, Steps 1 to 5',
    'seed: Step 5: Generate Your API Key',
    'facts: 2.3 API keys page, 2.3.1 dialog, 2.3.3 Save your key',
    'facts: DOC-CL 2026-09-10 (expiration), 2026-09-15 (governance)',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: [
    'Your account has API credit: a ChatGPT plan gives none.',
    'A key made before there is credit may keep failing.',
    'The key itself costs nothing; using it does.',
    'A mobile phone, if this is the account’s first key.',
  ],
  choices: [
    {
      id: 'purpose',
      with: 'name',
      question: 'What is it for?',
      options: [
        { id: 'try', label: 'Trying things out', fill: { name: 'Learning-MyLaptop-v1' } },
        { id: 'development', label: 'A program I write', fill: { name: 'Development-MyProgram-v1' } },
        { id: 'production', label: 'A service others use', fill: { name: 'Production-MyService-v1' } },
        { id: 'app', label: 'An app I was given', fill: { name: 'App-NameOfTheApp-v1' } },
      ],
    },
    {
      id: 'needs',
      with: ['open', 'restricted', 'read-only'],
      question: 'What will the key do?',
      options: [
        { id: 'unsure', label: 'Not sure yet, or more', hint: 'Permission “All”.' },
        { id: 'chat', label: 'Chat and text only', hint: 'Safer if it leaks.', scopes: scopesFor.chat },
        { id: 'look', label: 'Read only: it cannot generate', scopes: scopesFor.look },
      ],
    },
  ],
  targets: {
    ...permissionTargets,
    opener: apiKeys.opener,
    owner: apiKeys.ownerYou,
    name: apiKeys.name,
    project: apiKeys.project,
    expiration: {
      is: [
        {
          role: 'combobox',
          names: ['Expiration', 'Expires', 'Expiration date'],
          labels: ['Expiration'],
          within: { dialog: [...dialogs.create] },
        },
        {
          role: 'button',
          // It is called by what is chosen; the choices' wordings are not known for sure.
          names: [
            'Expiration',
            'Select expiration',
            'Choose an expiration',
            'No expiration',
            'Never',
            'Does not expire',
            '7 days',
            '30 days',
            '90 days',
            '1 year',
          ],
          labels: ['Expiration', 'Expires'],
          within: { dialog: [...dialogs.create] },
        },
        {
          role: 'textbox',
          names: ['Expiration', 'Expires', 'Expiration date'],
          labels: ['Expiration'],
          within: { dialog: [...dialogs.create] },
        },
        {
          role: 'radio',
          names: ['30 days', '90 days'],
          within: { dialog: [...dialogs.create], section: ['Expiration'] },
        },
      ],
      like: sayings('expiry'),
      look: '“Expiration”, between the project and the permissions',
      says: 'expires',
    },
    permissions: apiKeys.permissionAll,
    submit: apiKeys.submit,
    ...keepTargets,
    menu: {
      is: [
        {
          role: 'link',
          names: ['API keys', 'API Keys'],
          href: '/api-keys',
          not: ['Admin keys', 'API Key Usage'],
        },
        {
          role: 'link',
          names: ['API keys', 'API Keys'],
          href: '/settings/organization/api-keys',
          not: ['Admin keys'],
        },
      ],
      look: '“API Keys” in the left sidebar (in older layouts under “Dashboard” or behind the gear)',
    },
    more: {
      is: {
        role: 'button',
        names: ['More navigation items', 'More', 'Expand sidebar', 'Open sidebar', 'Open navigation'],
      },
      look: '“More” at the end of the sidebar, or the button that opens it',
    },
  },
  usual: ['signed-out', 'phone', 'policy', 'no-rights'],
  steps: [
    vaultStep,
    {
      id: 'page',
      title: 'Open the API keys page',
      words: {
        do: 'Open the page “API keys”.',
        why: 'It lists the selected project’s keys, and you create new ones there.',
        see: 'a button “Create new secret key”.',
        details:
          'From any page: press your profile picture, then “API keys”. “Admin keys” is another page: those keys manage the organization and cannot use models.',
      },
      target: 'menu',
      via: ['more'],
      link: { url: 'https://platform.openai.com/api-keys', label: 'API keys' },
      done: { page: ['api-keys'] },
    },
    {
      id: 'open',
      title: 'Start a new key',
      page: ['api-keys'],
      when: { all: [{ noDialog: true }, { keyShown: false }] },
      words: {
        do: 'Press “Create new secret key”.',
        why: 'In a dialog you choose what the key may do. Nothing is created yet.',
        see: 'a dialog.',
        details:
          'With “All”, whoever has the key can use everything in the project. A smaller permission breaks a program that needs more; you can raise it later without a new key. For other purposes, see the guide “Restrict a key”.',
      },
      target: 'opener',
      done: creating,
      blocked: [
        {
          when: { seen: 'detour-phone' },
          say: 'It is greyed out: do what the page asks for first, “Start verification” in the banner.',
        },
        {
          target: 'detour-phone',
          say: 'It is greyed out: do what the page asks for first, like verifying your phone or adding a card. If it asks for nothing, your organization may forbid new keys.',
        },
      ],
    },
    {
      id: 'name',
      title: 'Name it',
      page: ['api-keys'],
      when: creating,
      words: {
        do: 'Type a name, for example “{name|Learning-MyLaptop-v1}”.',
        why: 'Later the name tells which key to revoke.',
        see: 'your name in the field.',
        details:
          'Pattern: environment, program, version. Do not put a secret or personal data into it: everyone in the project can read it.',
      },
      target: 'name',
      done: { all: [{ filled: 'name' }, { not: { focused: 'name' } }] },
      optional: true,
      button: 'Keep it as it is',
    },
    { ...readOnlyStep, page: ['api-keys'], when: creating, only: { chosen: 'needs', is: ['look'] } },
    { ...restrictedStep, page: ['api-keys'], when: creating, only: forChat },
    { ...listModelsStep, only: forChat },
    { ...capabilitiesStep, only: forChat },
    { ...responsesStep, only: forChat },
    {
      id: 'submit',
      title: 'Check and create it',
      page: ['api-keys'],
      when: creating,
      words: {
        do: 'Check the list, then press “Create secret key”.',
        why: 'The suggestions fit most people. Creating a key is free.',
        before: 'The key is shown once: save it first.',
        see: 'a dialog “Save your key”.',
        details:
          '“You” as the owner: the key has your rights, and stops when you leave the organization. A service account outlives that. Project: limits, models and costs count per project. Expiration: 30 days to try things out, 90 for a program; Keyway reminds you before.',
      },
      parts: [
        { id: 'owner', label: 'Owner: “You”', target: 'owner', done: { checked: 'owner' } },
        { id: 'project', label: 'Project', target: 'project', done: { filled: 'project' } },
        {
          id: 'expiration',
          label: 'Expiration, if you want',
          target: 'expiration',
          done: { filled: 'expiration' },
        },
        {
          id: 'permissions',
          label: 'Permissions',
          target: 'permissions',
          done: {
            any: [{ checked: 'permissions' }, { checked: 'restricted' }, { checked: 'readOnly' }],
          },
        },
      ],
      target: 'submit',
      unseen: keyUnseen,
      done: { any: [{ keyShown: true }, { key: 'pending' }, { key: 'saved' }] },
      blocked: [
        {
          when: { empty: 'project' },
          say: 'It is greyed out: do what the page asks for first, most likely choose a project.',
        },
        {
          when: { seen: 'expiration' },
          say: 'It is greyed out: do what the page asks for first, most likely choose an expiration.',
        },
        {
          say: 'It is greyed out: fill in or choose what the form still asks for. If nothing is left, such keys may be forbidden.',
        },
      ],
    },
    ...keepTheKey,
    { ...compareStep, only: { chosen: 'needs', is: ['chat', 'look'] } },
  ],
  receipt: [
    { label: 'Created', text: 'Key “{label}”, ending in {lastFour}.' },
    {
      label: 'Where it is',
      text: 'In your vault on this computer. The page cannot show it again; Keyway can.',
      only: { key: 'saved' },
    },
    projectLine,
    { label: 'Can it be used?', text: 'Yes: accepted, and there is credit.', only: { key: 'ready' } },
    {
      label: 'Can it be used?',
      text: 'The key is accepted. Its status says whether it can spend.',
      only: { all: [{ key: 'accepted' }, { not: { key: 'ready' } }] },
    },
    {
      label: 'The most it can cost',
      text: 'All the credit you bought, and more if auto-reload is on. The guide “Limit what it can cost” sets a hard limit.',
    },
    {
      label: 'Expires',
      text: '{expires|Never, unless you chose a date. Set “Replace by” in the key’s details and Keyway reminds you.|The side panel says when.}',
    },
    {
      label: 'Taking it back',
      text: 'The guide “Revoke a key” revokes it, and tests whether it is still taken.',
    },
  ],
  next: ['limit-spending', 'set-up-billing', 'revoke-key'],
})
