/** What a person gave as the list they look at before anything is written. */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail, isFailure } from '../../../protocol/failure.ts'
import { type GivenFile, joined, mostBytes, readFile, readFiles } from '../core/exports/given-files.ts'
import type { Preview } from '../core/import-preview.ts'
import { envFilesIn } from './env-files.ts'
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
