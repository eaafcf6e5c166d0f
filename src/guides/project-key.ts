/** A key in the right project: money and rights belong to the organization and project that are chosen. */
import { defineGuide } from './define-guide.ts'
import { createStep, keepTargets, keepTheKey, openStep, projectLine, vaultStep } from './steps.ts'
import { apiKeys, dialogs, projects } from './targets.ts'

export const projectKey = defineGuide({
  id: 'project-key',
  title: 'Create a key in a project',
  summary: 'A key for one environment is in your vault, and it works.',
  searchWords: [
    'project key, key in a project, key for a project, project api key, sk-proj, key inside project, project specific key, key scoped to project, move key to project',
    'environment, development key, dev key, staging key, production key, test key, key for testing, prod and dev keys, different keys for dev and prod, separate keys per environment, sandbox key',
    'choose project for key, wrong project selected, switch project, key in the right project, which project does my key belong to, legacy user key, old user key',
    'naming keys, naming convention, key per environment, live key, one key per customer, key for each client',
    'one for trying and one for real, a key for the live site and one for tests, not the same key for everything, own key for the test server, key ended up in the wrong place, make it under another project',
  ],
  achieved: { all: [{ key: 'saved' }, { key: 'accepted' }] },
  minutes: 5,
  checked: '2026-11-21',
  sources: [
    'seed: Solution 3, Step 2: Generate Project API Key',
    'seed: Environment Separation: development, staging, production',
    'facts: project switcher (eras B to D), money in another organization or project',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: [
    'The project exists: the guide “Create a project” makes one.',
    'Making a key costs nothing.',
  ],
  choices: [
    {
      id: 'environment',
      question: 'Which environment is the key for?',
      why: 'One key for each: then a leak on a laptop does not stop production, and you see what tests cost.',
      options: [
        { id: 'development', label: 'Development', fill: { name: 'Development-MyApp' } },
        { id: 'staging', label: 'Staging', fill: { name: 'Staging-MyApp' } },
        { id: 'production', label: 'Production', fill: { name: 'Production-MyApp' } },
      ],
    },
  ],
  targets: {
    switcher: projects.switcher,
    opener: apiKeys.opener,
    name: apiKeys.name,
    projectPicker: apiKeys.project,
    permissionAll: apiKeys.permissionAll,
    permissionRestricted: apiKeys.permissionRestricted,
    submit: apiKeys.submit,
    ...keepTargets,
  },
  usual: ['signed-out', 'phone', 'policy', 'no-rights'],
  steps: [
    vaultStep,
    {
      id: 'switch',
      title: 'Switch to the project',
      page: ['api-keys'],
      words: {
        do: 'If the name above the sidebar is not your project’s, press it and choose.',
        why: 'The key’s costs and limits are the project’s. All projects spend the same credit, the organization’s; credit in another organization does not help.',
        see: 'your project’s name.',
      },
      target: 'switcher',
      look: true,
      optional: true,
      done: { any: [{ said: true }, { dialog: [...dialogs.create] }] },
      button: 'It is the right one',
    },
    openStep,
    {
      id: 'name',
      title: 'Name it for its environment',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Type a name that says environment and purpose, for example “{name}”.',
        why: 'When something fails, the name tells which key to look at.',
        see: 'the name in the field.',
      },
      target: 'name',
      done: { filled: 'name' },
    },
    {
      id: 'project',
      title: 'Check the project',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Look at “Project”: it has to show the project you mean. If not, press it and choose.',
        why: 'It cannot be changed later: you would have to create another key.',
        see: 'the right project.',
      },
      target: 'projectPicker',
      look: true,
      optional: true,
      done: { said: true },
      button: 'It is the right one',
    },
    {
      id: 'permissions',
      title: 'Choose the permissions',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'For development keep “All”; for production choose “Restricted” and allow just what the program does.',
        why: 'A restricted key that leaks can do less. “Read only” cannot generate anything.',
        before: 'With “Restricted”, set “Model capabilities” to “Request” first.',
        see: 'your choice under “Permissions”.',
        details:
          'The guide “Restrict a key” goes through the rows one by one, beginning with what the key is for.',
      },
      target: 'permissionAll',
      look: true,
      optional: true,
      done: { any: [{ checked: 'permissionAll' }, { checked: 'permissionRestricted' }] },
      button: 'It is as I want it',
    },
    createStep,
    ...keepTheKey,
  ],
  receipt: [
    { label: 'Made', text: 'the key “{label}”, for {choice:environment}.' },
    projectLine,
    { label: 'Where it is', text: 'encrypted, in your Keyway vault.', only: { key: 'saved' } },
    { label: 'It expires', text: '{expires}' },
    { label: 'Take it back', text: 'with the guide “Revoke a key”.' },
  ],
  next: ['limit-spending', 'rotate-key'],
})
