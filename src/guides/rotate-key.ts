/** A new key beside the old one, put where the old one is, checked, and only then the old one revoked, which a refusal confirms. */
import { defineGuide } from './define-guide.ts'
import {
  confirmStep,
  createStep,
  findStep,
  keepTargets,
  keepTheKey,
  openStep,
  proveStep,
  revokeTargets,
  vaultStep,
} from './steps.ts'
import { apiKeys, dialogs } from './targets.ts'

export const rotateKey = defineGuide({
  id: 'rotate-key',
  title: 'Rotate a key',
  summary: 'OpenAI refuses the old key, and the new one is in your vault.',
  searchWords: [
    'rotate key, key rotation, replace key, renew key, change key, swap key, regenerate key, refresh key, roll key, update key, exchange old key for new, new key for old',
    'key expires soon, key will expire, key expires next week, key is about to expire, before the key expires, expiring key, extend key, key is old, old key, how often to change key, every 90 days, quarterly rotation, regular rotation',
    'without downtime, zero downtime, no interruption, switch keys without stopping, migrate to new key, two keys side by side, successor key',
    'backup key, spare key, standby key, update all applications, key used in several programs, old key still in use, change the key everywhere, put new key in place of the old',
    'a fresh key instead of the old one, change it without anything breaking, time for a new one, it has been years, swap it on all servers, put the new one in, the old one has to go but not yet, we change passwords every quarter',
  ],
  achieved: { all: [{ key: 'rejected', of: 'subject' }, { key: 'saved' }] },
  minutes: 10,
  checked: '2026-11-21',
  sources: [
    'seed: Regular Rotation: Replace keys periodically for security',
    'seed: Backup Keys: Maintain backup keys for continuity; Update all applications',
    'facts: there is no rotate button: create, deploy, revoke (DOC-PBP, HTR)',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: [
    'You know where the old key is used: think of servers, colleagues, phones.',
    'It costs nothing. Both keys work side by side until you revoke the old one.',
  ],
  targets: {
    opener: apiKeys.opener,
    name: apiKeys.name,
    permissionAll: apiKeys.permissionAll,
    permissionRestricted: apiKeys.permissionRestricted,
    submit: apiKeys.submit,
    ...keepTargets,
    ...revokeTargets,
  },
  usual: ['signed-out', 'phone', 'policy', 'no-rights'],
  steps: [
    vaultStep,
    {
      id: 'places',
      title: 'List where the old key is',
      words: {
        do: 'Open the old key in Keyway, press “Edit”, and complete “Used in”: programs, servers, people.',
        why: 'The place you forget stops working when the old key is revoked.',
        see: 'every place you can think of.',
        details:
          'Usual places: .env files on each computer, your host’s environment variables, CI secrets, containers, scheduled jobs, notebooks, apps and plugins, colleagues.',
      },
      done: { said: true },
      button: 'The list is complete',
    },
    {
      ...openStep,
      title: 'Start the new key',
      when: { all: [{ noDialog: true }, { keyShown: false }] },
      words: {
        ...openStep.words,
        do: 'Check that the project is the old key’s, then press “Create new secret key”.',
        why: 'The platform cannot renew a key. You create a second one and revoke the first.',
      },
    },
    {
      id: 'name',
      title: 'Give it the next version number',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Type the old name with the next number, for example “Production-MyService-v2”.',
        why: 'For a while you have two keys and need to tell them apart.',
        see: 'the name in the field.',
      },
      target: 'name',
      done: { all: [{ filled: 'name' }, { not: { focused: 'name' } }] },
      optional: true,
      button: 'Keep it as it is',
    },
    {
      id: 'permissions',
      title: 'The same permissions',
      when: { dialog: [...dialogs.create] },
      words: {
        do: 'Choose the same permissions that the old key has.',
        why: 'With fewer permissions the program fails later, when it first needs the missing one.',
        see: 'the same choice as in the old key’s row.',
      },
      target: 'permissionAll',
      via: ['permissionRestricted'],
      look: true,
      optional: true,
      done: { any: [{ checked: 'permissionAll' }, { checked: 'permissionRestricted' }] },
      button: 'They are the same',
    },
    {
      ...createStep,
      words: {
        ...createStep.words,
        do: 'Choose an expiration if there is one, then press “Create secret key”.',
      },
    },
    ...keepTheKey,
    {
      id: 'deploy',
      title: 'Put it in place',
      elsewhere: 'your program',
      words: {
        do: 'Put the new key in every place on your list, then restart what uses it.',
        why: 'The old key still works, so nothing breaks while you are at it.',
        see: 'the new key’s “Last used” on the API keys page is no longer “Never”.',
        details:
          'Does the old key fail already? Open it in Keyway: where a standby key is ready, one press puts that one in its place meanwhile.',
      },
      action: 'put-in-project',
      done: { said: true },
      button: 'All use the new one',
    },
    {
      ...findStep,
      id: 'find-old',
      title: 'Revoke the old key',
      words: {
        ...findStep.words,
        do: 'In the row that ends in {oldLastFour|the old key’s last four|the side panel’s four characters}, press “Delete” (a bin).',
        why: 'An unused key can still be stolen and used.',
        before: 'If “Last used” is minutes ago, something still uses it.',
      },
    },
    {
      ...confirmStep,
      id: 'revoke-old',
      words: {
        ...confirmStep.words,
        before: 'It cannot be undone: whatever still uses the old key stops now.',
      },
    },
    {
      ...proveStep,
      title: 'Confirm the old key is revoked',
      words: {
        ...proveStep.words,
        why: 'Only a refused test shows that you revoked the right one.',
        see: '“Rejected” beside the old key, “Works” beside the new.',
      },
    },
  ],
  receipt: [
    { label: 'New', text: 'the key “{label}”, ending in {lastFour}, accepted.', only: { key: 'accepted' } },
    { label: 'Old', text: 'refused by OpenAI: it is revoked.', only: { key: 'rejected', of: 'subject' } },
    {
      label: 'It expires',
      text: '{expires|Never, unless you chose a date. Set “Replace by” in the key’s details and Keyway reminds you.|The side panel says when.}',
    },
    {
      label: 'For the next time',
      text: 'Keep a spare key: press “Edit”, and choose under “Standby for” which key it is ready for.',
    },
  ],
  next: ['monitor-usage'],
})
