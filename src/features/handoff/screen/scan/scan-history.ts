/** The history of a picked folder: its `.git` as the pure reader wants it. Reads only. */
import { type History, scanHistory } from '../../core/history/git-history.ts'
import type { GitFiles } from '../../core/history/git-objects.ts'

/** @returns undefined: there is no `.git` folder here (in a worktree it is a file that points elsewhere) */
export async function scanHistoryOf(
  folder: FileSystemDirectoryHandle,
  signal: AbortSignal,
): Promise<History | undefined> {
  const git = await entered(folder, '.git')
  const objects = git && (await entered(git, 'objects'))
  if (!git || !objects) return undefined
  const config = await textOf(git, 'config')
  const files: GitFiles = {
    async list(path) {
      const at = path === '' ? objects : await entered(objects, path)
      const names: string[] = []
      if (at) for await (const name of (at as Listed).keys()) names.push(name)
      return names
    },
    size: async path => (await fileAt(objects, path))?.size ?? 0,
    async read(path) {
      const file = await fileAt(objects, path)
      return file && new Uint8Array(await file.arrayBuffer())
    },
  }
  return scanHistory(files, /objectformat\s*=\s*sha256/i.test(config) ? 32 : 20, signal)
}

type Listed = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }

async function entered(folder: FileSystemDirectoryHandle, name: string) {
  return folder.getDirectoryHandle(name).catch(() => undefined)
}

/** @param path with a slash between a folder and its file, no deeper */
async function fileAt(objects: FileSystemDirectoryHandle, path: string): Promise<File | undefined> {
  const [folder = '', name] = path.split('/')
  const at = name === undefined ? objects : await entered(objects, folder)
  const handle = await at?.getFileHandle(name ?? folder).catch(() => undefined)
  return handle?.getFile()
}

async function textOf(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const handle = await folder.getFileHandle(name).catch(() => undefined)
  return handle ? (await handle.getFile()).text() : ''
}
