/**
 * Every sentence that says of something that it was done: saved, sent, deleted, revoked. Each was held against what the code knows where it is
 * said. A file that says one more fails here: look what the new sentence stands on (a race, a write that failed, a worker that was ended, a
 * page that was closed, two windows), then count it. What guides say at their end: said-at-the-end.test.ts.
 *
 * @module-tag slow
 */
import { expect, test } from 'vitest'
import { allSpoken } from './catalogue.ts'

const deed =
  /\b(?:saved|in (?:your|the) vault|revoked|deleted|works|done|sent|cleared|copied|removed|expired|replaced|synced|written|imported|restored|joined|lost|made|changed)\b/i

/** How many such sentences each file has, by what they stand on. */
const standsOn = {
  // A name, a question, an advice, a condition or a plan: of nothing it is said that it was done.
  names: {
    'entries/background/badge.ts': 1,
    'entries/dashboard/side-bar.tsx': 1,
    'entries/popup/popup.tsx': 1,
    'entries/welcome/welcome.tsx': 1,
    'features/capture/screen/local-server.tsx': 1,
    'features/capture/screen/paste-here.tsx': 1,
    'features/capture/screen/pending.tsx': 1,
    'features/guide/core/card-words.ts': 5,
    'features/guide/screen/provider-facts.ts': 1,
    'features/guide/screen/reading/condition-words.ts': 2,
    'features/handoff/core/encrypted/project-forms.ts': 2,
    'features/handoff/core/recipes.ts': 2,
    'features/handoff/core/scan.ts': 2,
    'features/handoff/screen/project-part.tsx': 3,
    // And one that is said where the writing was left out (tests/features/handoff/encrypted/project-part.test.tsx).
    'features/handoff/screen/project-preview.tsx': 2,
    'features/health/screen/explain.tsx': 1,
    'features/keys/core/name-hint.ts': 1,
    'features/keys/core/status-group.ts': 1,
    'features/keys/screen/edit-key.tsx': 1,
    'features/keys/screen/key-fields.tsx': 1,
    'features/keys/screen/page/key-header.tsx': 1,
    'features/lock/screen/make-vault.tsx': 1,
    'features/lock/screen/security/new-code.tsx': 1,
    'features/lock/screen/security/rotate-vault-key.tsx': 2,
    'features/lock/screen/security/set-aside.tsx': 1,
    'features/lock/screen/unlock.tsx': 1,
    'features/policy/screen/policy-page.tsx': 2,
    'features/policy/screen/policy-words.ts': 1,
    'features/rotation/screen/begin-replacement.tsx': 2,
    'features/rotation/screen/delete-stage.tsx': 1,
    'features/rotation/screen/place-stages.tsx': 1,
    'features/settings/screen/about-page.tsx': 1,
    'features/settings/screen/settings-page.tsx': 3,
    'features/sync/screen/carrier-parts.tsx': 4,
    'features/sync/screen/switch-on.tsx': 4,
    'features/sync/screen/sync-code.tsx': 2,
    'features/transfer/core/exports/keys-in-items.ts': 1,
    'features/transfer/core/import-preview.ts': 1,
    'features/transfer/screen/export-keys.tsx': 1,
    'features/transfer/screen/import-list.tsx': 2,
    'features/usage/screen/cost-watch-part.tsx': 1,
  },
  // What the worker publishes, of the vault that is open and of what it has noted in it.
  published: {
    'entries/panel/panel.tsx': 3,
    'features/activity/core/activity-words.ts': 7,
    'features/activity/screen/activity-page.tsx': 1,
    'features/copy/screen/copy-proof.tsx': 2,
    'features/copy/screen/copy.tsx': 3,
    'features/guide/screen/journey-parts.ts': 3,
    'features/guide/screen/journey.tsx': 3,
    'features/guide/screen/step-list.tsx': 1,
    'features/guide/screen/step.tsx': 1,
    'features/health/core/checkup.ts': 5,
    'features/health/core/next-thing.ts': 2,
    'features/health/core/reminders.ts': 1,
    'features/health/screen/confirm-revoked.tsx': 1,
    'features/keys/core/due-dates.ts': 2,
    'features/keys/screen/key-facts.tsx': 2,
    'features/keys/screen/overview/due-list.tsx': 1,
    'features/keys/screen/table/key-table.tsx': 2,
    'features/lock/screen/closed.tsx': 3,
    'features/lock/screen/next.tsx': 1,
    'features/lock/screen/security/recovery-page.tsx': 4,
    'features/rotation/screen/stage-body.tsx': 2,
    'features/rotation/screen/create-stage.tsx': 3,
    'features/rotation/screen/replace-page.tsx': 3,
    'features/rotation/screen/stage-list.tsx': 3,
    'features/sync/screen/sync-page.tsx': 3,
    'features/sync/screen/sync-words.ts': 9,
    'features/transfer/screen/backup-page.tsx': 3,
    'features/usage/screen/no-admin-key.tsx': 1,
    'features/usage/screen/service-accounts.tsx': 2,
    'vault/notices.ts': 7,
  },
  // Said only after the worker, the browser or the file system has answered that it is so.
  done: {
    'features/guide/screen/report/page-report.tsx': 2,
    'features/handoff/screen/project-done.tsx': 2,
    'features/handoff/screen/snippet-box.tsx': 2,
    'features/handoff/screen/standby/put-standby.tsx': 2,
    'features/keys/screen/table/bulk/about-many.tsx': 1,
    'features/keys/screen/table/bulk/delete-many.tsx': 1,
    'features/keys/screen/undo.tsx': 2,
    'features/lock/core/refusals.ts': 1,
    'features/lock/screen/security/change-passphrase.tsx': 1,
    'features/lock/screen/security/verify-vault.tsx': 1,
    'features/lock/screen/show-recovery-code.tsx': 4,
    'features/sync/screen/let-join.tsx': 2,
    'features/sync/screen/ask-to-join.tsx': 4,
    'features/transfer/screen/import.tsx': 1,
    'platform/passkey.ts': 4,
  },
  // A refusal that is given before anything was done, or that says only what failed.
  before: {
    'features/capture/core/judge-paste.ts': 2,
    'features/capture/screen/new-key.tsx': 1,
    'features/capture/worker/service.ts': 1,
    'features/copy/worker/service.ts': 3,
    'features/handoff/core/encrypted/fnox.ts': 1,
    'features/handoff/core/encrypted/secretspec.ts': 1,
    'features/handoff/core/project-plan.ts': 1,
    'features/handoff/screen/first-call.ts': 1,
    'features/handoff/screen/plan-job.ts': 2,
    'features/health/core/ask.ts': 2,
    'features/sync/screen/start-sync.ts': 1,
    'features/sync/screen/sync-status.ts': 1,
    'features/sync/screen/use-steps.ts': 1,
    'features/sync/worker/join-handlers.ts': 1,
    'features/transfer/screen/backup-file.ts': 1,
    'features/usage/worker/handlers.ts': 1,
    'platform/receive.ts': 1,
    'platform/storage.ts': 1,
    'ui/action.ts': 1,
    'ui/error-boundary.tsx': 2,
    'vault/errors.ts': 7,
    'providers/answers/read-log.ts': 1,
    'providers/recognition/paste-words.ts': 2,
  },
  // What the provider has answered.
  provider: {
    'features/guide/screen/end/receipt.tsx': 2,
    'features/handoff/screen/call-answer.tsx': 2,
    'features/health/worker/notifications.ts': 3,
    'features/keys/screen/standby/standby-line.tsx': 2,
    'features/organization/screen/delete-there.tsx': 3,
    'features/organization/screen/empty-accounts.tsx': 1,
    'features/organization/screen/key-expiry.tsx': 1,
    'features/organization/screen/key-permissions.tsx': 2,
    'features/organization/screen/key-there.tsx': 2,
    'features/organization/screen/organization-figures.tsx': 1,
    'features/organization/screen/organization-look.tsx': 3,
    'features/organization/screen/use-change-key.ts': 1,
    'providers/answers/cause-texts.ts': 9,
    'providers/answers/program-mistakes.ts': 8,
    'providers/answers/verdict-text.ts': 4,
  },
} satisfies Record<string, Record<string, number>>

test('of every sentence that says that something was done it is known what it stands on', {
  tags: 'slow',
}, () => {
  const found: Record<string, number> = {}
  for (const [file, { texts, plurals }] of allSpoken()) {
    const count = [...texts, ...plurals.map(({ other }) => other)].filter(one => deed.test(one)).length
    if (count > 0) found[file] = count
  }
  const listed = Object.values(standsOn).flatMap(files => Object.keys(files))
  expect(new Set(listed).size).toBe(listed.length)
  expect(found).toEqual(Object.assign({}, ...Object.values(standsOn)))
})

test('what is not known is said nowhere', () => {
  const never = [
    // A download is handed to the browser, which may refuse it, ask where to, or fail.
    /^Saved\b(?!$|\. But a deleted)/,
    // A mistake of ours may come before or after the deed.
    /made a mistake.*(?:did nothing|nothing was|no key was)/i,
    // Other computers may have keys that are not here, and who wrote the disk may have taken some away.
    /your keys are all here|^Nothing was deleted/i,
    // A failed write may be one of several.
    /Nothing was saved;/,
  ]
  const said = allSpoken().flatMap(([file, { texts, plurals }]) =>
    [...texts, ...plurals.flatMap(({ one, other }) => [one, other])]
      .filter(text => never.some(words => words.test(text)))
      .map(text => `${file}: ${text}`),
  )
  expect(said).toEqual([])
})
