/** One word for one thing (docs/glossary.md): the retired words are no names any more. Answers with sentences. */
import { posix } from 'node:path'
import { declared, type Node, type Source } from './source.ts'

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
    effects: 'ports',
    letIn: 'startSession',
    shut: 'revokeSessionKey',
    retire: 'disposeVault',
    ear: 'listener',
    tongue: 'locale',
    face: 'presentStatus',
  }),
)

/** Endings of names: a part of the worker that keeps state is a service, and what it is handed of the outer world are its ports. */
const retiredEnding = /(?:Keeper|Effects)$/

export function names(source: Source): string[] {
  return [...declared(source), ...functionsAndTypes(source)].flatMap(name => {
    const instead = retired.get(name) ?? (retiredEnding.test(name) ? '…Service, or …Ports' : undefined)
    return instead === undefined ? [] : [`${source.path} calls something “${name}”: ${instead}.`]
  })
}

const functionsAndTypes = ({ nodes }: Source): string[] =>
  nodes.flatMap(({ type, id }) =>
    /^(?:FunctionDeclaration|TSTypeAliasDeclaration)$/.test(type) ? [String((id as Node | null)?.name)] : [],
  )

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
