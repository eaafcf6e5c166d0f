import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The sources that must not be wrong unnoticed. Moving a file: change its line here. */
export type Target = {
  path: string
  /** Only these functions of the file. */
  only?: string[]
}

export const targets: Record<string, Target[]> = {
  messages: [
    { path: 'src/protocol/accept.ts' },
    { path: 'src/protocol/message-fields.ts' },
    // All of them, whichever are added.
    ...readdirSync(join(import.meta.dirname, '../../src/protocol/messages')).map(name => ({
      path: `src/protocol/messages/${name}`,
    })),
  ],
  senders: [
    { path: 'src/protocol/senders.ts' },
    { path: 'src/platform/receive.ts' },
    { path: 'src/features/guide/core/page-rights.ts' },
  ],
  sealing: [
    { path: 'src/vault/crypto/seal.ts' },
    { path: 'src/vault/crypto/keys.ts' },
    { path: 'src/vault/stored/parts.ts' },
    { path: 'src/vault/stored/read.ts' },
    { path: 'src/vault/stored/load.ts' },
    { path: 'src/vault/inbox.ts' },
    { path: 'src/vault/stored/manifest.ts' },
    { path: 'src/vault/stored/mirrored-store.ts' },
    { path: 'src/vault/stored/commit.ts' },
    { path: 'src/vault/stored/verify.ts' },
  ],
  capture: [
    { path: 'src/features/capture/worker/shown-key.ts' },
    { path: 'src/features/capture/worker/captured-record.ts' },
    { path: 'src/features/capture/worker/capture-room.ts' },
  ],
  sync: [
    { path: 'src/vault/sync-sealing.ts' },
    { path: 'src/vault/forged.ts' },
    { path: 'src/vault/sync/local-changes.ts' },
    { path: 'src/vault/sync/vault-changes.ts' },
    { path: 'src/features/sync/core/not-taken.ts' },
    { path: 'src/features/sync/worker/next-record.ts' },
  ],
  claims: [
    { path: 'src/features/usage/core/hide-keys.ts' },
    { path: 'src/features/rotation/worker/wait-watch.ts' },
    { path: 'src/features/activity/worker/handlers.ts' },
  ],
  verdicts: [
    { path: 'src/features/health/core/judge.ts' },
    { path: 'src/providers/answers/revocation.ts' },
    { path: 'src/providers/answers/causes.ts' },
    { path: 'src/providers/answers/read-answer.ts' },
    { path: 'src/providers/answers/answer-rules.ts' },
    { path: 'src/providers/answers/without-key.ts' },
  ],
}

/** Tests that take so long that a mistake must be noticed without them. */
export const leftOut = [
  // Random histories against a model: half a minute.
  'tests/vault/model.test.ts',
  // Real passphrase costs, again and again.
  'tests/vault/vectors.test.ts',
  'tests/vault/migrate.test.ts',
  // Ten thousand keys.
  'tests/features/organization/read-organization.test.ts',
  // Generated programs, run by their interpreters.
  'tests/features/copy/copy-once.test.ts',
  'tests/features/handoff/first-call.test.ts',
]
