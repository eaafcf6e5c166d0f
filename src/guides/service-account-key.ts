/** A key that belongs to no person: for servers and automation. */
import { defineGuide } from './define-guide.ts'
import { createStep, keepTargets, keepTheKey, openStep, projectLine, vaultStep } from './steps.ts'
import { apiKeys, dialogs } from './targets.ts'

export const serviceAccountKey = defineGuide({
  id: 'service-account-key',
  title: 'Create a key for a service account',
  summary: 'A key that keeps working when people leave is in your vault.',
  searchWords: [
    'service account, service account key, service user, machine account, technical user, robot account, bot user, sk-svcacct, non-personal key',
    'server key, key for a server, backend key, key for automation, cron job, script on a server, docker, kubernetes, vps, raspberry pi, lambda, cloud function, deployment, production server, headless',
    'key not tied to a person, key that belongs to no person, key that belongs to nobody, bot account, key that survives when people leave, employee leaves and key stops, shared team key, company key, organization key, key for the whole team, owned by service account',
    'only service account keys allowed, user keys not allowed, not_authorized_invalid_key_type, invalid key type, policy forbids user keys',
    'a key that outlives people, the man who made the key has left, key must go on when somebody quits, a program that runs at night, our bot is not a person, not under my own name, a login for machines',
  ],
  achieved: { all: [{ key: 'saved' }, { key: 'service' }] },
  minutes: 5,
  checked: '2026-11-21',
  sources: [
    'seed: Step 2: Service Account keys are for automated systems and integrations',
    'facts: HC-PERM26: no permission controls for service accounts; owner rights needed',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: [
    'You are an owner of the organization or of the project.',
    'Making a key costs nothing.',
    'The dialog makes a key that can do everything its project can: use a project with a hard limit. Only the Admin API can restrict it.',
  ],
  targets: {
    opener: apiKeys.opener,
    ownerService: apiKeys.ownerService,
    serviceName: apiKeys.serviceName,
    projectPicker: apiKeys.project,
    submit: apiKeys.submit,
    ...keepTargets,
  },
  usual: ['signed-out', 'phone', 'policy', 'no-rights'],
  steps: [
    vaultStep,
    openStep,
    {
      id: 'owner',
      title: 'Choose “Service account”',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Beside “Owned by”, choose “Service account”.',
        why: 'A key of yours is disabled when you leave the organization or project. This one is not.',
        before: 'This dialog then offers no permissions: the key can do everything its project allows.',
        see: 'a field for the service account’s name.',
      },
      target: 'ownerService',
      done: { checked: 'ownerService' },
      blocked: [
        {
          say: 'It is greyed out: do what the page asks for first, or ask an owner: such keys may be forbidden.',
        },
      ],
    },
    {
      id: 'name',
      title: 'Name it after the server',
      when: { all: [{ dialog: [...dialogs.create] }, { checked: 'ownerService' }] },
      words: {
        do: 'Type a name that says which server or script it is, for example “backup-server”.',
        why: 'A bot member with this name is added to the project.',
        see: 'the name in the field.',
      },
      target: 'serviceName',
      done: { filled: 'serviceName' },
    },
    {
      id: 'project',
      title: 'Check the project',
      when: { all: [{ dialog: [...dialogs.create] }, { checked: 'ownerService' }] },
      words: {
        do: 'Look at “Project”: choose the one whose limit you want on this key.',
        why: 'The project’s hard limit also limits this key.',
        see: 'the right project.',
      },
      target: 'projectPicker',
      look: true,
      optional: true,
      done: { said: true },
      button: 'It is the right one',
    },
    createStep,
    ...keepTheKey,
    {
      id: 'place',
      title: 'Put it on the server',
      elsewhere: 'your program',
      words: {
        do: 'Put it into the server’s secrets (environment variable or secrets manager), not into the code.',
        why: 'Code gets copied and published; a secret in the environment does not go with it. The key’s page in Keyway has the line for yours under “Use”.',
        see: 'the server’s next call succeeds.',
      },
      action: 'put-in-project',
      done: { said: true },
      button: 'It is in place',
    },
  ],
  receipt: [
    { label: 'Made', text: 'the service account’s key “{label}”.', only: { key: 'service' } },
    {
      label: 'Made',
      text: 'the key “{label}”. Keyway did not see that it is a service account’s.',
      only: { not: { key: 'service' } },
    },
    projectLine,
    { label: 'It can do', text: 'everything its project allows, up to the project’s hard limit.' },
    { label: 'It expires', text: '{expires}' },
    { label: 'Take it back', text: 'delete the service account, or revoke the key in the list.' },
  ],
  next: ['limit-spending', 'rotate-key', 'keyless-ci'],
})
