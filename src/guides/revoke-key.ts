/** Ends one key, the right one, and proves it dead. */
import { defineGuide } from './guide.ts'
import { apiKeys, dialogs } from './targets.ts'

export const revokeKey = defineGuide({
  id: 'revoke-key',
  title: 'Revoke a key',
  summary: 'The key is ended on the platform, and OpenAI’s refusal proves it.',
  minutes: 3,
  checked: '2026-11-21',
  sources: [
    'seed: Step 8: navigate to the API keys section, find the key you want to revoke, and click Revoke',
    'facts: 2.3.4 revoke dialog (HTR 2024-02), row button Delete (N8N 2026-08), texts of 2026 unknown',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['Programs that use the key stop at once.', 'It costs nothing, and cannot be undone.'],
  targets: {
    search: apiKeys.search,
    rowDelete: apiKeys.rowDelete,
    confirm: apiKeys.revokeConfirm,
  },
  usual: ['signed-out', 'no-rights'],
  steps: [
    {
      id: 'find',
      title: 'Find the key',
      page: ['api-keys'],
      when: { noDialog: true },
      words: {
        do: 'In the row whose key ends in {oldLastFour|the last four you know}, press “Delete” (older: the bin).',
        why: 'Names can be alike. The last four and the tracking id are not.',
        before: 'Look at “Last used”: if that was minutes ago, a program still needs it.',
        see: 'a question whether you are sure.',
        details:
          'Not in the list? Switch the project at the top of the sidebar, or open the organization’s list of all keys.',
      },
      target: 'rowDelete',
      via: ['search'],
      link: {
        url: 'https://platform.openai.com/settings/organization/api-keys',
        label: 'All keys of the organization',
      },
      done: { any: [{ dialog: [...dialogs.revoke] }, { key: 'rejected', of: 'subject' }, { said: true }] },
      button: 'It is revoked already',
      blocked: [
        { say: 'It is greyed out: only the key’s owner, or an owner of the organization, may revoke it.' },
      ],
    },
    {
      id: 'confirm',
      title: 'Confirm it',
      page: ['api-keys'],
      when: { dialog: [...dialogs.revoke] },
      words: {
        do: 'Compare the last four once more, {oldLastFour|as you know them}, then press the red button: “Revoke key”, “Revoke” or “Delete”.',
        why: 'It is the last moment to notice that it is another key.',
        before: 'It cannot be undone. Programs that use this key are refused from now on.',
        see: 'the row is gone, or says “Revoked”.',
      },
      target: 'confirm',
      done: { noDialog: true },
    },
    {
      id: 'prove',
      title: 'Prove it dead',
      only: { key: 'known', of: 'subject' },
      proof: true,
      words: {
        do: 'Keyway asks OpenAI with the key until it is refused. That can take some minutes.',
        why: '“Deleted” in a list is a promise. A refusal is the proof.',
        see: '“Rejected” beside the key.',
      },
      action: 'test',
      done: { key: 'rejected', of: 'subject' },
    },
  ],
  receipt: [
    { label: 'Ended', text: 'the key “{oldLabel}”, ending in {oldLastFour}.' },
    { label: 'Proof', text: 'OpenAI refuses it.', only: { key: 'rejected', of: 'subject' } },
    {
      label: 'Still there',
      text: 'its record in your vault, with its history. Delete it when you no longer need it.',
      only: { key: 'known', of: 'subject' },
    },
  ],
  next: ['create-key', 'monitor-usage'],
})
