/** The rows of "Restricted", which guides share: what a purpose needs, how each row is raised, and asking the key afterwards. Data only. */
import type { Scopes, Step, Target } from './guide.ts'
import { apiKeys, dialogs } from './targets.ts'

export const inDialog = [...dialogs.create, ...dialogs.edit]

/** One row's level: drawn as a radio, a button, or a menu, depending on the layout. */
export const level = (row: string[], levels: string[]): Target => ({
  is: [
    { role: 'radio', names: levels, within: { dialog: inDialog, section: row } },
    { role: 'button', names: levels, within: { dialog: inDialog, section: row } },
    { role: 'combobox', names: row, within: { dialog: inDialog } },
  ],
  look: `“${levels[0]}” in the row “${row[0]}”`,
})

export const rowDone = (target: string) => ({ any: [{ checked: target }, { said: true as const }] })

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

/** What a key for each purpose has to be allowed, and what it may be besides. */
export const scopesFor = {
  chat: {
    must: ['api.model.read', 'api.model.request', 'api.responses.write'],
    may: [
      'api.responses.read',
      'api.model.embeddings.request',
      'api.model.images.request',
      'api.model.audio.request',
      'api.model.moderations.request',
    ],
  },
  look: { must: ['api.model.read'], may: everyRead },
} satisfies Record<string, Scopes>

export const permissionTargets = {
  restricted: apiKeys.permissionRestricted,
  readOnly: apiKeys.permissionReadOnly,
  listModels: level(['List models', 'Models'], ['Read']),
  capabilities: level(['Model capabilities'], ['Request', 'Write']),
  responses: level(['Responses', '/v1/responses'], ['Write', 'Request']),
}

export const readOnlyStep: Step = {
  id: 'read-only',
  title: 'Choose “Read only”',
  when: { dialog: inDialog },
  words: {
    do: 'Under “Permissions” choose “Read only”.',
    why: 'Such a key can list models, files and jobs. It cannot spend anything.',
    before: 'It cannot generate anything: a chat with it answers “Missing scopes”.',
    see: '“Read only” is chosen.',
  },
  target: 'readOnly',
  done: { checked: 'readOnly' },
}

export const restrictedStep: Step = {
  id: 'restricted',
  title: 'Choose “Restricted”',
  when: { dialog: inDialog },
  words: {
    do: 'Under “Permissions” choose “Restricted”.',
    why: 'It opens a list of rows. The next steps set just those you need; leave the others at “None”.',
    see: 'a list of rows with “None”, “Read” and “Write” or “Request”.',
    details: 'Service accounts show no permissions here: choose “You” as the owner.',
  },
  target: 'restricted',
  done: { checked: 'restricted' },
  blocked: [
    {
      say: 'It is greyed out: do what the page asks for first, or ask an owner: your role may not set permissions.',
    },
  ],
}

export const listModelsStep: Step = {
  id: 'list-models',
  title: 'List models: Read',
  when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
  words: {
    do: 'In the row “List models” (older: “Models”) choose “Read”.',
    why: 'Programs, and Keyway’s own free check, ask for the list of models first.',
    see: '“Read” in that row.',
  },
  target: 'listModels',
  done: rowDone('listModels'),
  button: 'It is on “Read”',
}

export const capabilitiesStep: Step = {
  id: 'capabilities',
  title: 'Model capabilities: Request, first',
  when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
  words: {
    do: 'In the row “Model capabilities” choose “Request”. Do this before you touch the rows beneath it.',
    why: 'Granting only a row beneath, such as Responses, gives a key that fails with “Missing scopes: model.request”.',
    see: '“Request” in that row, and a higher number of selected permissions.',
  },
  target: 'capabilities',
  done: rowDone('capabilities'),
  button: 'It is on “Request”',
}

export const responsesStep: Step = {
  id: 'responses',
  title: 'Responses: Write',
  when: { all: [{ dialog: inDialog }, { checked: 'restricted' }] },
  words: {
    do: 'If there is a row “Responses” of its own, choose “Write” there.',
    why: 'Newer programs chat through /v1/responses. Without this row they are refused.',
    see: '“Write” in that row, or no such row.',
    details: 'No such row? Then it is part of “Model capabilities”.',
  },
  target: 'responses',
  done: rowDone('responses'),
  button: 'Done, or no such row',
}

export const compareStep: Step = {
  id: 'compare',
  title: 'Check its permissions',
  words: {
    do: 'Press “Check permissions”. Keyway sends about twenty free requests that cannot change anything.',
    why: 'The page sometimes shows permissions that the key does not have. A request shows what it can really do.',
    see: '“Done” if it fits; otherwise what is missing or too much.',
    details:
      'If something is missing: edit the key on the page, set “Model capabilities” to “Request”, save, then untick again. Then check once more. The key’s page in Keyway lists every answer under “Access”.',
  },
  action: 'ask-rights',
  done: { any: [{ key: 'fits' }, { said: true }] },
  button: 'Keep it as it is',
}
