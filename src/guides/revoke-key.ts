/** Revokes one key, the right one, which a refusal confirms. */
import { defineGuide } from './define-guide.ts'
import { confirmStep, findStep, proveStep, revokeTargets } from './steps.ts'

export const revokeKey = defineGuide({
  id: 'revoke-key',
  title: 'Revoke a key',
  summary: 'The key is revoked on the platform, and OpenAI refuses it.',
  searchWords: [
    'revoke key, delete key, remove key, disable key, deactivate key, kill key, invalidate key, cancel key, destroy key, turn off key, switch off a key, end a key, get rid of a key, block a key, pause a key',
    'unused key, key no longer needed, do not need the key anymore, old keys clean up, clean up keys, too many keys, delete old key, remove api token',
    'delete secret key, withdraw access, take access away, employee left, former colleague key, stop one key, can a deleted key be restored, undo revoke',
    'switch it off, i do not use it any more, make it stop working, throw an old key away, nobody knows what this key is for, take it back from a colleague, pull the plug on one key, kill it for good',
  ],
  achieved: { key: 'rejected', of: 'subject' },
  minutes: 3,
  checked: '2026-11-21',
  sources: [
    'seed: Step 8: navigate to the API keys section, find the key you want to revoke, and click Revoke',
    'facts: 2.3.4 revoke dialog (HTR 2024-02), row button Delete (N8N 2026-08), texts of 2026 unknown',
  ],
  eras: ['A', 'B', 'C', 'D'],
  prerequisites: ['Programs that use the key stop at once.', 'It costs nothing, and cannot be undone.'],
  targets: revokeTargets,
  usual: ['signed-out', 'code', 'no-rights'],
  steps: [findStep, confirmStep, proveStep],
  receipt: [
    { label: 'Revoked', text: 'the key “{oldLabel}”, ending in {oldLastFour}.' },
    {
      label: 'Revoked',
      text: 'the key that you chose on the page. Keyway does not know which one, so it could not test it.',
      only: { not: { key: 'known', of: 'subject' } },
    },
    { label: 'Proof', text: 'OpenAI refuses it.', only: { key: 'rejected', of: 'subject' } },
    {
      label: 'Still there',
      text: 'its record in your vault, with its history. Delete it when you no longer need it.',
      only: { key: 'known', of: 'subject' },
    },
  ],
  next: ['create-key', 'monitor-usage'],
})
