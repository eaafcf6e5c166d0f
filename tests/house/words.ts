/** One word for one thing (docs/glossary.md): the retired words are no names any more. Answers with sentences. */
import { posix } from 'node:path'
import { declared, type Source } from './source.ts'

/** Where some still stand. A file that was gone through is taken out; none comes in. */
const notYet = new Set([
  'src/features/capture/page/judge-shown.ts',
  'src/features/capture/page/reveal.ts',
  'src/features/copy/screen/use-copy.tsx',
  'src/features/guide/core/follow.ts',
  'src/features/guide/page/watch-page.ts',
  'src/features/handoff/core/dot-env.ts',
  'src/features/handoff/screen/call-verdict.tsx',
  'src/features/handoff/screen/project-part.tsx',
  'src/features/health/core/checkup.ts',
  'src/features/health/screen/attention.tsx',
  'src/features/health/screen/explain.tsx',
  'src/features/health/screen/fix-line.tsx',
  'src/features/health/screen/history/history-part.tsx',
  'src/features/health/screen/status.tsx',
  'src/features/keys/core/sections.ts',
  'src/features/keys/core/status-group.ts',
  'src/features/keys/screen/popup/key-row.tsx',
])

const retired = new Map(
  Object.entries({
    twin: 'stores, of the type MirroredStore',
    head: 'header, or what it is the head of',
    heads: 'headers',
    told: 'what was told: notices, findings',
    gone: 'what is so: removed, ended, closed',
    dying: 'RevocationCheck',
    dead: 'revoked',
    mend: 'fix, or repair',
    keeper: 'service',
    letIn: 'startSession',
    shut: 'revokeSessionKey',
    retire: 'disposeVault',
    ear: 'listener',
    tongue: 'locale',
    face: 'presentStatus',
  }),
)

export function names(source: Source): string[] {
  if (notYet.has(source.path)) return []
  return [...declared(source)].flatMap(name => {
    const instead = retired.get(name)
    return instead === undefined ? [] : [`${source.path} calls something “${name}”: ${instead}.`]
  })
}

const suffix = /-(?:keeper|effects|world|wiring|door|book|run|view|times|file)\.tsx?$/
const suffixesNotYet = new Set([
  'src/features/guide/core/page-view.ts',
  'src/features/handoff/core/text-file.ts',
  'src/features/transfer/screen/backup-file.ts',
  'src/ui/save-file.ts',
])

export const suffixes = (paths: string[]): string[] =>
  paths
    .filter(path => suffix.test(path) && !suffixesNotYet.has(path))
    .map(
      path =>
        `${path}: say in the name what it is for; “${posix.basename(path)}” says only what kind of file.`,
    )
