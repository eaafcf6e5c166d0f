/** Reads what a person gave to the leak scan: a folder with its history, single files, a text. The keys are dropped before the answer. */
import { plainLine } from '../../../../i18n/plain-text.ts'
import { plural, t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { digestOf, newSalt } from '../../../copy/core/digest.ts'
import { type History, scanHistory } from '../../core/history/git-history.ts'
import type { GitFiles } from '../../core/history/git-objects.ts'
import { type Found, findKeys, isWorthReading } from '../../core/scan.ts'
import { mostHits, scanFolder } from '../scan-folder.ts'
import type { Hit, Result } from './scan-hits.tsx'

type WithKey = Omit<Hit, 'inVault'> & Pick<Found, 'key'>

export async function readWholeFolder(folder: FileSystemDirectoryHandle): Promise<Result> {
  const { name } = folder
  const { found, files, cut, inImages } = await scanFolder(folder, AbortSignal.timeout(60_000))
  const history = await scanHistoryOf(folder, AbortSignal.timeout(60_000))
  const read = cut
    ? plural(
        {
          one: 'One file in “{name}” was read; the rest of the folder was left out.',
          other: '{count} files in “{name}” were read; the rest of the folder was left out.',
        },
        files,
        { name },
      )
    : plural(
        { one: 'One file in “{name}” was read.', other: '{count} files in “{name}” were read.' },
        files,
        {
          name,
        },
      )
  const past = history
    ? plural(
        {
          one: 'One version in the git history was read.',
          other: '{count} versions in the git history were read.',
        },
        history.versions,
      )
    : t('There is no git history here.')
  const remarks = [
    ...(history?.cut
      ? [
          t(
            'A part of the git history was left out: it is too large, damaged, or lies elsewhere. For the rest use gitleaks with the rules below.',
          ),
        ]
      : []),
    ...inImages.map(({ file, dockerfile, ignoreFile, line }) =>
      plainLine(
        t(
          '{dockerfile} puts {file} into its image: whoever has the image can read it. Add the line {line} to {ignoreFile}. If the image is published, replace the keys in it.',
          { dockerfile, file, line, ignoreFile },
        ),
      ),
    ),
  ]
  const inPast: WithKey[] = (history?.found ?? []).map(({ commit, ...one }) => ({
    ...one,
    ignored: undefined,
    history: { commit },
  }))
  return compared([...found, ...inPast], `${read} ${past}`, remarks)
}

export async function readFiles(files: File[]): Promise<Result> {
  const found: WithKey[] = []
  let count = 0
  for (const file of files) {
    if (!isWorthReading(file.name, file.size)) continue
    count++
    for (const one of findKeys(await file.text(), file.name)) found.push({ ...one, ignored: undefined })
  }
  const left = files.length - count
  const words = plural({ one: 'One file was read.', other: '{count} files were read.' }, count)
  return compared(
    found,
    words,
    left > 0
      ? [
          plural(
            {
              one: 'One file was left out: it is empty, larger than a megabyte, or no text.',
              other: '{count} files were left out: they are empty, larger than a megabyte, or no text.',
            },
            left,
          ),
        ]
      : [],
  )
}

export function readPasted(text: string): Promise<Result> {
  return compared(
    findKeys(text).map(one => ({ ...one, ignored: undefined })),
    t('The text was read.'),
    [],
  )
}

/** Which of these does the vault hold? Digests travel, no key; then the keys are dropped. */
async function compared(found: WithKey[], words: string, remarks: string[]): Promise<Result> {
  const listed = found.slice(0, mostHits)
  const salt = newSalt(bytes => crypto.getRandomValues(new Uint8Array(bytes)))
  const digests = await Promise.all(listed.map(({ key }) => digestOf(key, salt)))
  const known = await send('screen.findDuplicates', { salt, digests })
  const keys = known.ok ? known.keys : []
  return {
    words:
      found.length < mostHits
        ? words
        : `${words} ${plural({ one: 'There are more: only the first key is listed.', other: 'There are more: only the first {count} keys are listed.' }, mostHits)}`,
    remarks,
    hits: listed.map(({ key: _, ...hit }, index) => ({
      ...hit,
      // A name of somebody else's file must not turn around what stands beside it.
      file: plainLine(hit.file),
      inVault: keys[index] ?? null,
    })),
  }
}

/** @returns undefined: there is no `.git` folder here (in a worktree it is a file that points elsewhere) */
async function scanHistoryOf(
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
