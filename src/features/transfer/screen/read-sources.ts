/** What a person gave as the list they look at before anything is written. */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail, isFailure } from '../../../protocol/failure.ts'
import { isWorthEntering } from '../../handoff/core/scan.ts'
import { type GivenFile, joined, mostBytes, readFile, readFiles } from '../core/exports/given-files.ts'
import type { Preview } from '../core/import-preview.ts'
import type { Source } from './import-sources.tsx'

/** The passphrase of a backup has to be asked for first. */
export type Sealed = { sealed: Uint8Array<ArrayBuffer> }

export async function readSources(sources: readonly Source[]): Promise<Preview | Sealed | Failure> {
  const [only] = sources
  if (sources.length === 1 && only instanceof File) {
    const file = await given(only)
    if (isFailure(file)) return file
    const start = new TextDecoder().decode(file.bytes.slice(0, 200))
    return /^age-encryption\.org|^\s*-----BEGIN AGE/.test(start) ? { sealed: file.bytes } : readFile(file)
  }
  return joined(await Promise.all(sources.map(readOne)))
}

/** Of several, one that cannot be read does not keep the others back. */
async function readOne(source: Source): Promise<Preview> {
  if (source instanceof File) {
    const file = await given(source)
    const preview = isFailure(file) ? file : await readFile(file)
    return isFailure(preview)
      ? {
          candidates: [],
          problems: [`${source.name}: ${preview.message}`],
        }
      : preview
  }
  const { files, isCut } = await envFilesIn(source)
  const preview = await readFiles(files)
  return isCut
    ? {
        ...preview,
        problems: [
          t(
            'Not every .env file in this folder was read. The folder is very large, or a part of it cannot be read.',
          ),
          ...preview.problems,
        ],
      }
    : preview
}

const given = async (file: File): Promise<GivenFile | Failure> =>
  file.size > mostBytes
    ? fail('too_large', t('This file is too big to be a list of keys.'))
    : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }

const mostEntries = 50_000
const mostFiles = 500
const mostEnvBytes = 1_000_000
const deepest = 12
/** `.env`, `.env.production`, `.envrc`, `api.env` */
const isEnvFile = (name: string): boolean => /^\.env|\.env$/.test(name)

type Walked = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }
type EnvFiles = {
  files: GivenFile[]
  /** The folder holds more than is read, or something in it cannot be. */
  isCut: boolean
}

async function envFilesIn(folder: FileSystemDirectoryHandle): Promise<EnvFiles> {
  const found: EnvFiles = { files: [], isCut: false }
  let seen = 0
  async function walk(at: FileSystemDirectoryHandle, path: string, depth: number): Promise<void> {
    for await (const entry of (at as Walked).values()) {
      if (++seen > mostEntries || found.files.length >= mostFiles) {
        found.isCut = true
        return
      }
      const name = `${path}/${entry.name}`
      // What vanishes meanwhile, or may not be read, keeps nothing else back.
      if (entry.kind === 'directory') {
        if (depth < deepest && isWorthEntering(entry.name))
          await walk(entry as FileSystemDirectoryHandle, name, depth + 1).catch(() => {
            found.isCut = true
          })
      } else if (isEnvFile(entry.name)) {
        const file = await (entry as FileSystemFileHandle).getFile().catch(() => undefined)
        const bytes = file && file.size <= mostEnvBytes && (await file.arrayBuffer().catch(() => undefined))
        if (bytes) found.files.push({ name, bytes: new Uint8Array(bytes) })
        else found.isCut = true
      }
    }
  }
  await walk(folder, folder.name, 0).catch(() => {
    found.isCut = true
  })
  return found
}
