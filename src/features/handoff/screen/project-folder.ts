/**
 * The folder that a person picks, as bytes in and bytes out. It decides nothing (src/features/handoff/core/project-plan.ts does) and
 * keeps no key. Runs in the dashboard only: a folder picker closes the popup.
 */
import type { FileChange, ProjectFiles } from '../core/project-plan.ts'

export async function readFolder(folder: FileSystemDirectoryHandle): Promise<ProjectFiles> {
  const git = await folder.getDirectoryHandle('.git').catch(absent)
  const [env, gitignore, gitIndex, gitConfig] = await Promise.all([
    readFile(folder, '.env'),
    readFile(folder, '.gitignore'),
    git && readFile(git, 'index'),
    git && readFile(git, 'config'),
  ])
  // In a worktree or submodule `.git` is a file that points elsewhere.
  const pointer = git ? undefined : await readFile(folder, '.git')
  return {
    env,
    gitignore,
    gitIndex: pointer ?? gitIndex,
    gitConfig,
    git: git !== undefined || pointer !== undefined,
  }
}

/** Those of the named files that are there, as bytes. */
export async function readFiles(
  folder: FileSystemDirectoryHandle,
  names: string[],
): Promise<Map<string, Uint8Array>> {
  const read = await Promise.all(names.map(async name => [name, await readFile(folder, name)] as const))
  return new Map(read.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])))
}

/** Each file is replaced as a whole when it is closed: a crash leaves the old one. `.gitignore` goes first. */
export async function writeFolder(folder: FileSystemDirectoryHandle, changes: FileChange[]): Promise<void> {
  for (const { name, bytes } of changes.toSorted(
    (a, b) => Number(a.name === '.env') - Number(b.name === '.env'),
  )) {
    const file = await folder.getFileHandle(name, { create: true })
    const writing = await file.createWritable()
    await writing.write(bytes)
    await writing.close()
  }
}

async function readFile(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | undefined> {
  const file = await folder.getFileHandle(name).catch(absent)
  return file && new Uint8Array(await (await file.getFile()).arrayBuffer())
}

/** Not there, or a folder of that name: both mean that there is no such file. Anything else is a failure to be told. */
function absent(thrown: unknown): undefined {
  if (
    thrown instanceof DOMException &&
    (thrown.name === 'NotFoundError' || thrown.name === 'TypeMismatchError')
  )
    return
  throw thrown
}
