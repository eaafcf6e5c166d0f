/**
 * The order in which vitest starts the test files: those that take long first, so that no core waits at the end for one that began
 * last. Vitest knows how long each took the last time, on a machine where there was one; on a fresh one it goes by a file's size,
 * and some of the longest are short to read.
 */
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest of each project, the longest first. A file that is not here comes after these. */
const longest = [
  'tests/features/guide/guides.browser.ts',
  'tests/features/guide/problems.browser.ts',
  'tests/entries/accessible.browser.ts',
  'tests/features/copy/copy.browser.ts',
  'tests/entries/journey.browser.ts',
  'tests/features/guide/eras.browser.ts',
  'tests/attacks/overlay-covers.browser.ts',
  'tests/layouts/layouts.browser.ts',
  'tests/layouts/layouts-more.browser.ts',
  'tests/overlay/overlay.browser.ts',
  'tests/features/health/providers.browser.ts',
  'tests/features/rotation/replacement.browser.ts',
  'tests/entries/dashboard.browser.ts',
  'tests/i18n/pseudo-locale.browser.ts',
  'tests/features/lock/vault-damage.browser.ts',
  'tests/entries/sixty-keys.browser.ts',
  'tests/entries/screens.browser.ts',
  'tests/features/policy/policy.browser.ts',
  'tests/mutants/try-mutants.test.ts',
  'tests/vault/model.test.ts',
  'tests/vault/vectors.test.ts',
  'tests/locator/drift.test.ts',
  'tests/tools/reproducible.test.ts',
  'tests/attacks/stored-header.test.ts',
  'tests/attacks/guide-secrets.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}
