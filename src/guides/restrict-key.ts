/** From the purpose of a key to the rows of "Restricted", one after another, and a check with the key itself afterwards. */
import { defineGuide, type Target } from './guide.ts'
import { createStep, keepTargets, keepTheKey, openStep, vaultStep } from './steps.ts'
import { apiKeys, dialogs } from './targets.ts'

const inDialog = [...dialogs.create, ...dialogs.edit]

/** One row's level: drawn as a radio, a button, or a menu, depending on the layout. */
const level = (row: string[], levels: string[]): Target => ({
  is: [
    { role: 'radio', names: levels, within: { dialog: inDialog, section: row } },
    { role: 'button', names: levels, within: { dialog: inDialog, section: row } },
    { role: 'combobox', names: row, within: { dialog: inDialog } },
  ],
  look: `“${levels[0]}” in the row “${row[0]}”`,
})

const rowDone = (target: string) => ({ any: [{ checked: target }, { said: true as const }] })

const everyRead = [
  'api.responses.read',
  'api.files.read',
  'api.fine_tuning.read',
  'api.assistants.read',
  'api.threads.read',
  'api.evals.read',
  'api.vector_stores.read',
  'api.batch.read',
]

export const restrictKey = defineGuide({
  id: 'restrict-key',
  title: 'Restrict a key',
  summary: 'You end with a key that can do what you need and nothing else, checked with the key itself.',
  minutes: 7,
  checked: '2026-11-21',
  sources: [
    'seed: Step 4: Configure Restricted Permissions: model capabilities, fine-tuning, files, assistants',
    'seed: Restricted Permissions: use minimal required permissions in production',
    'facts: restricted rows (TF24, T1003), “Missing scopes: model.request” trap (C-1374480, FC 2026-10)',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: [
    'You know what the program does with the API. If it is somebody else’s app, the guide “Make a key for an app” fits better.',
    'It costs nothing.',
  ],
  choices: [
    {
      id: 'purpose',
      question: 'What is the key for?',
      why: 'Each purpose needs other rows. What it does not need stays at “None”.',
      options: [
        {
          id: 'chat',
          label: 'Chat and text only',
          hint: 'Questions, summaries, code. Most programs.',
          fill: { name: 'Chat-MyApp' },
          scopes: {
            must: ['api.model.read', 'api.model.request', 'api.responses.write'],
            may: [
              'api.responses.read',
              'api.model.embeddings.request',
              'api.model.images.request',
              'api.model.audio.request',
              'api.model.moderations.request',
            ],
          },
        },
        {
          id: 'embeddings',
          label: 'Embeddings only',
          hint: 'Search and similarity over your own texts.',
          fill: { name: 'Search-MyApp' },
          scopes: { must: ['api.model.read', 'api.model.embeddings.request'] },
        },
        {
          id: 'media',
          label: 'Images and audio',
          hint: 'Making pictures, speech, transcripts.',
          fill: { name: 'Images-MyApp' },
          scopes: { must: ['api.model.read', 'api.model.images.request', 'api.model.audio.request'] },
        },
        {
          id: 'fine-tuning',
          label: 'Fine-tuning',
          hint: 'Training a model on your own files.',
          fill: { name: 'Training-MyData' },
          scopes: {
            must: ['api.model.read', 'api.files.write', 'api.fine_tuning.write'],
            may: ['api.files.read', 'api.fine_tuning.read'],
          },
        },
        {
          id: 'monitor',
          label: 'Only looking',
          hint: 'Lists and states; it cannot generate anything.',
          fill: { name: 'Monitor-ReadOnly' },
          scopes: { must: ['api.model.read'], may: everyRead },
        },
        {
          id: 'everything',
          label: 'Everything',
          hint: 'No restriction. Then a hard limit is what protects you.',
          fill: { name: 'Everything-MyApp' },
        },
      ],
    },
  ],
  targets: {
    opener: apiKeys.opener,
    name: apiKeys.name,
    restricted: apiKeys.permissionRestricted,
    readOnly: apiKeys.permissionReadOnly,
    all: apiKeys.permissionAll,
    submit: apiKeys.submit,
    ...keepTargets,
    listModels: level(['List models', 'Models'], ['Read']),
    capabilities: level(['Model capabilities'], ['Request', 'Write']),
    embeddings: level(['Embeddings', '/v1/embeddings'], ['Request', 'Write']),
    chat: level(['Chat completions', '/v1/chat/completions'], ['Request', 'Write']),
    responses: level(['Responses', '/v1/responses'], ['Write', 'Request']),
    images: level(['Images', '/v1/images'], ['Request', 'Write']),
    files: level(['Files', '/v1/files'], ['Write']),
    fineTuning: level(['Fine-tuning', '/v1/fine_tuning'], ['Write']),
  },
  usual: ['signed-out', 'phone', 'policy', 'no-rights'],
  steps: [
    vaultStep,
    {
      ...openStep,
      words: {
        ...openStep.words,
        why: 'A new key is safer to restrict than one that a program already uses.',
      },
    },
    {
      id: 'name',
      title: 'Name it for its purpose',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Type a name that says the purpose, for example “{name}”.',
        see: 'the name in the field.',
      },
      target: 'name',
      done: { filled: 'name' },
    },
    {
      id: 'keep-all',
      title: 'Keep “All”',
      only: { chosen: 'purpose', is: ['everything'] },
      when: { dialog: inDialog },
      words: {
        do: 'Leave “Permissions” at “All”.',
        before: 'Whoever gets this key can do everything your project can. Set a hard limit on the project.',
        see: '“All” is chosen.',
      },
      target: 'all',
      look: true,
      optional: true,
      done: { checked: 'all' },
      button: 'Keep “All”',
    },
    {
      id: 'read-only',
      title: 'Choose “Read only”',
      only: { chosen: 'purpose', is: ['monitor'] },
      when: { dialog: inDialog },
      words: {
        do: 'Under “Permissions” choose “Read only”.',
        why: 'Such a key can list models, files and jobs, and cannot spend a cent.',
        before: 'It cannot generate anything: a chat with it answers “Missing scopes”.',
        see: '“Read only” is chosen.',
      },
      target: 'readOnly',
      done: { checked: 'readOnly' },
    },
    {
      id: 'restricted',
      title: 'Choose “Restricted”',
      only: { not: { chosen: 'purpose', is: ['everything', 'monitor'] } },
      when: { dialog: inDialog },
      words: {
        do: 'Under “Permissions” choose “Restricted”.',
        why: 'It opens a list of rows. All begin at “None”; the next steps raise just those you need.',
        see: 'a list of rows with “None”, “Read” and “Write” or “Request”.',
        details: 'Service accounts show no permissions here: choose “You” as the owner.',
      },
      target: 'restricted',
      done: { checked: 'restricted' },
      blocked: [
        {
          say: '“Restricted” is greyed out: your role may not set permissions. Ask an owner of the organization.',
        },
      ],
    },
    {
      id: 'list-models',
      title: 'List models: Read',
      only: { not: { chosen: 'purpose', is: ['everything', 'monitor'] } },
      when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
      words: {
        do: 'In the row “List models” (older: “Models”) choose “Read”.',
        why: 'Programs, and Keyway’s own free check, ask for the list of models first.',
        see: '“Read” in that row.',
      },
      target: 'listModels',
      done: rowDone('listModels'),
      button: 'It is on “Read”',
    },
    {
      id: 'capabilities',
      title: 'Model capabilities: Request, first',
      only: { chosen: 'purpose', is: ['chat', 'embeddings', 'media'] },
      when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
      words: {
        do: 'In the row “Model capabilities” choose “Request”. Do this before you touch the rows beneath it.',
        why: 'Granting only a row beneath, such as Responses, gives a key that fails with “Missing scopes: model.request”.',
        see: '“Request” in that row, and a higher number of selected permissions.',
      },
      target: 'capabilities',
      done: rowDone('capabilities'),
      button: 'It is on “Request”',
    },
    {
      id: 'responses',
      title: 'Responses: Write',
      only: { chosen: 'purpose', is: ['chat'] },
      when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
      words: {
        do: 'If there is a row “Responses” of its own, choose “Write” there.',
        why: 'Newer programs chat through /v1/responses; without this they are refused.',
        see: '“Write” in that row, or no such row at all: then it is part of “Model capabilities”.',
      },
      target: 'responses',
      done: rowDone('responses'),
      button: 'Done, or no such row',
    },
    {
      id: 'narrow-embeddings',
      title: 'Leave only embeddings',
      only: { chosen: 'purpose', is: ['embeddings'] },
      when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
      words: {
        do: 'If “Model capabilities” unfolds, set the rows beneath it to “None”, all but “Embeddings”.',
        why: 'Then the key cannot chat or make pictures.',
        see: '“Mixed” in the row “Model capabilities”.',
      },
      target: 'embeddings',
      via: ['capabilities'],
      look: true,
      optional: true,
      done: { said: true },
      button: 'Only embeddings are left',
    },
    {
      id: 'narrow-media',
      title: 'Leave only images and audio',
      only: { chosen: 'purpose', is: ['media'] },
      when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
      words: {
        do: 'If “Model capabilities” unfolds, set the rows beneath it to “None”, all but “Images” and “Audio”.',
        why: 'Then the key cannot chat or embed.',
        see: '“Mixed” in the row “Model capabilities”.',
      },
      target: 'images',
      via: ['capabilities'],
      look: true,
      optional: true,
      done: { said: true },
      button: 'Only images and audio are left',
    },
    {
      id: 'files',
      title: 'Files: Write',
      only: { chosen: 'purpose', is: ['fine-tuning'] },
      when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
      words: {
        do: 'In the row “Files” choose “Write”.',
        why: 'Training begins with uploading a file.',
        see: '“Write” in that row.',
      },
      target: 'files',
      done: rowDone('files'),
      button: 'It is on “Write”',
    },
    {
      id: 'fine-tuning',
      title: 'Fine-tuning: Write',
      only: { chosen: 'purpose', is: ['fine-tuning'] },
      when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
      words: {
        do: 'In the row “Fine-tuning” choose “Write”.',
        why: 'It lets the key start training jobs and read their state.',
        before: 'Training costs money per job; the price is on the pricing page.',
        see: '“Write” in that row.',
      },
      target: 'fineTuning',
      done: rowDone('fineTuning'),
      button: 'It is on “Write”',
    },
    createStep,
    ...keepTheKey,
    {
      id: 'compare',
      title: 'Compare what it can with what you wanted',
      words: {
        do: 'Press “Ask the key”. Keyway asks it about twenty questions that cannot succeed and cost nothing, and compares the answers with what you wanted.',
        why: 'The page sometimes shows rights that the key does not have, and the other way round. The key itself tells the truth.',
        see: 'the end of the guide when all is as you wanted; else what is missing, or too much.',
        details:
          'If something is missing: edit the key on the page, set “Model capabilities” to “Request”, save, then untick again. Then ask once more. The dashboard lists every answer under “What it may do”.',
      },
      action: 'ask-rights',
      done: { any: [{ key: 'fits' }, { said: true }] },
      button: 'Leave it as it is',
    },
  ],
  receipt: [
    { label: 'Made', text: 'the key “{label}” for: {choice:purpose}.' },
    { label: 'Where it is', text: 'in your Keyway vault, sealed.' },
    {
      label: 'Asked itself',
      text: 'it may what you wanted; nothing beside that was found.',
      only: { key: 'fits' },
    },
    { label: 'It expires', text: '{expires}' },
    { label: 'Take it back', text: 'with the guide “Revoke a key”.' },
  ],
  next: ['limit-spending', 'rotate-key'],
})
