/** Most people are told to paste a key into some program: a project, a key and a ceiling of its own, and how to take it back. */
import { defineGuide } from './define-guide.ts'
import { createStep, editingLimit, keepTargets, keepTheKey, openStep, vaultStep } from './steps.ts'
import { apiKeys, dialogs, limits, projects } from './targets.ts'

export const giveToApp = defineGuide({
  id: 'give-to-app',
  title: 'Make a key for an app',
  summary:
    'You end with a key for one app only, in a project of its own, under a limit you chose, and you know how to take it back.',
  searchWords: [
    'app asks for an api key, app wants my key, paste key into app, enter key in a program, give key to an app, connect an app, key for an app, key for a plugin, key for an extension',
    'bring your own key, byok, own key in app, third-party app, third party tool, external service, is it safe to give my key, trust an app with my key',
    'cursor, vs code, vscode, copilot, cline, continue.dev, aider, windsurf, zed, jetbrains, raycast, codex',
    'n8n, zapier, make.com, integromat, ifttt, airtable, google sheets, excel, power automate, slack, discord bot, telegram bot',
    'obsidian, notion, logseq, anki, zotero, thunderbird, wordpress plugin, shopify, home assistant, siri shortcut',
    'typingmind, librechat, open webui, chatbox, bettergpt, sillytavern, janitor ai, silly tavern, character ai, chat client, msty, anythingllm, dify, flowise',
    'chrome extension asks for key, browser extension, mobile app, phone app, game mod, translation tool, transcription tool, subtitle tool',
    'take the key back from an app, app of someone else, one key per app, separate key for a tool',
  ],
  achieved: { key: 'saved' },
  minutes: 10,
  checked: '2026-11-21',
  sources: [
    'seed: Environment Separation, Least privilege, Naming Convention',
    'seed: Solution 3: Create Project-Specific API Keys',
    'facts: Restricted breaks most apps; key owner, project, limits (2026-08 to 2026-10)',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: [
    'Billing is set up, or the app will say that there is no credit.',
    'You trust the app’s maker: the app, and whoever gets into it, can spend up to the limit you set here.',
    'The key itself costs nothing; what the app does with it does.',
  ],
  choices: [
    {
      id: 'runs',
      question: 'Where does the app keep your key?',
      why: 'It decides who else can read it.',
      options: [
        {
          id: 'mine',
          label: 'On my own computer or server',
          hint: 'The maker does not see the key, but any program on that computer can.',
        },
        {
          id: 'theirs',
          label: 'On the maker’s website or cloud',
          hint: 'The maker can read and use the key. Only for makers you trust, with a low limit.',
        },
        { id: 'unsure', label: 'I don’t know', hint: 'Treat it like the maker’s cloud.' },
      ],
    },
  ],
  targets: {
    opener: apiKeys.opener,
    ownerYou: apiKeys.ownerYou,
    name: apiKeys.name,
    projectPicker: apiKeys.project,
    permissionAll: apiKeys.permissionAll,
    submit: apiKeys.submit,
    ...keepTargets,
    createProject: projects.create,
    projectName: projects.name,
    submitProject: projects.submit,
    editLimit: limits.edit,
    amount: limits.amount,
    hard: limits.hard,
    saveLimit: limits.save,
  },
  usual: ['signed-out', 'phone', 'policy', 'no-rights'],
  steps: [
    vaultStep,
    {
      id: 'project',
      title: 'Make a project for the app',
      page: ['projects'],
      words: {
        do: 'Press “Create project”, name it after the app, and press “Create”.',
        why: 'With a project of its own you see what this app costs, can cap it alone, and can end it without touching anything else.',
        before:
          'It costs nothing. Only owners of an organization can do it; if you are a member, ask one, or skip this.',
        see: 'the app’s name in the list of projects.',
      },
      target: 'createProject',
      done: { any: [{ dialog: [...dialogs.newProject] }, { said: true }] },
      button: 'I have one',
      blocked: [
        { say: 'Only owners of the organization may create projects. Ask one of them, or skip this step.' },
      ],
    },
    {
      id: 'project-name',
      title: 'Name it after the app',
      when: { dialog: [...dialogs.newProject] },
      words: { do: 'Type the app’s name.', see: 'the name in the field.' },
      target: 'projectName',
      done: { filled: 'projectName' },
    },
    {
      id: 'project-create',
      title: 'Create it',
      when: { dialog: [...dialogs.newProject] },
      words: { do: 'Press “Create”.', see: 'the dialog closes and the project is in the list.' },
      target: 'submitProject',
      done: { any: [{ noDialog: true }, { said: true }] },
      blocked: [{ say: '“Create” stays greyed out until the project has a name.' }],
    },
    {
      id: 'limit',
      title: 'Cap what the app can spend',
      // No address leads to the limits of a project that nobody knows yet; those of the organization are others.
      page: ['project-limits'],
      link: { url: 'https://platform.openai.com/settings/organization/projects', label: 'Projects' },
      words: {
        do: 'Press the new project in the list, open “Limits” in its settings and press “Edit spend limit”.',
        why: 'If the app has a bug, or the key gets out, this is the most it can cost.',
        before: 'The amount alone is not a cap. It becomes one only with “Enforce a hard limit”.',
        see: 'the dialog “Edit spend limit”.',
        details:
          'No limits in the project? The guide “Limit spending” sets the organization’s; that one counts for all your keys together.',
      },
      target: 'editLimit',
      done: { any: [editingLimit, { said: true }] },
      button: 'It has one',
    },
    {
      id: 'limit-amount',
      title: 'Type the amount',
      when: editingLimit,
      words: {
        do: 'Type what you can bear to lose to this app in a month, in dollars.',
        why: 'It counts by calendar month, in UTC.',
        see: 'your amount in the field.',
      },
      target: 'amount',
      look: true,
      done: { all: [{ filled: 'amount' }, { not: { focused: 'amount' } }] },
      button: 'The amount is right',
    },
    {
      id: 'limit-hard',
      title: 'Make it a hard limit',
      when: editingLimit,
      words: {
        do: 'Switch on “Enforce a hard limit”.',
        why: 'Without it the amount only warns you; the spending goes on.',
        before:
          'With it, the app stops with “spend limit exceeded” when the month’s amount is used up. Enforcement can lag a little.',
        see: 'the switch is on.',
      },
      target: 'hard',
      optional: true,
      done: { checked: 'hard' },
    },
    {
      id: 'limit-save',
      title: 'Save the limit',
      // No `when`: where the fields stay on the page, a word that it is saved must be enough to go on.
      page: ['project-limits', 'limits'],
      words: { do: 'Press “Save”.', see: 'the card shows your amount.' },
      target: 'saveLimit',
      via: ['amount'],
      done: { any: [{ gone: 'amount' }, { said: true }] },
      button: 'It is saved',
      blocked: [{ say: '“Save” stays greyed out until the amount is a number your tier allows.' }],
    },
    {
      ...openStep,
      words: { ...openStep.words, why: 'One key per app: then taking it back hurts nobody else.' },
    },
    {
      id: 'name',
      title: 'Name the key after the app',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Type the app’s name, for example “WritingApp-MyLaptop”.',
        why: 'In a year it tells you which key to revoke.',
        see: 'the name in the field.',
      },
      target: 'name',
      done: { filled: 'name' },
    },
    {
      id: 'choose-project',
      title: 'Choose the app’s project',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Under “Project”, choose the project that you made for the app.',
        why: 'The limit is the project’s: in another project the key is not under it.',
        see: 'the app’s project in the field.',
      },
      target: 'projectPicker',
      look: true,
      optional: true,
      done: { said: true },
      button: 'It is chosen',
    },
    {
      id: 'permissions',
      title: 'Keep “All”',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Leave “Permissions” at “All”.',
        why: 'Most apps list models, chat, embed and upload without telling you; “Restricted” breaks them in odd ways. The hard limit and the project are what protect you here.',
        see: '“All” is chosen.',
        details:
          'If the app’s maker says exactly which permissions it needs, choose “Restricted” and set just those.',
      },
      target: 'permissionAll',
      look: true,
      optional: true,
      done: { checked: 'permissionAll' },
      button: 'Keep “All”',
    },
    createStep,
    ...keepTheKey,
    {
      id: 'give',
      title: 'Give it to the app',
      elsewhere: 'your program',
      words: {
        do: 'In the app, find the setting “API key” (often under Settings, AI, OpenAI or Integrations). Copy the key once from Keyway and paste it there.',
        why: 'Copy once empties the clipboard afterwards, so that the next paste does not end in a chat.',
        before:
          'Never paste it into a chat, a mail, a form that you were sent a link to, or a web page’s public part.',
        see: 'the app answers. Its first call shows on the usage page after some minutes.',
        details:
          'What the maker can see: with an app on your own computer nothing but what you send them. With a website, the key and everything sent through it.',
      },
      action: 'copy',
      done: { said: true },
      button: 'The app has it',
    },
  ],
  receipt: [
    { label: 'Made', text: 'the key “{label}” in the project {project|you chose}.' },
    {
      label: 'At most it can cost',
      text: 'if you set a hard limit on its project, that in a month, and a little more while enforcement catches up. Else all the credit you have.',
    },
    { label: 'It expires', text: '{expires}' },
    {
      label: 'Take it back',
      text: 'with the guide “Revoke a key”: the app stops at once, nothing else does.',
    },
  ],
  next: ['monitor-usage', 'revoke-key'],
})
