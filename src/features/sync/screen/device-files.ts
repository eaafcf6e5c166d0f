/** Devices' files, as the dashboard reads and writes them: the worker opens and seals what is in them. */
import { send } from '../../../platform/send.ts'
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { SyncCarrier } from '../../policy/core/policy.ts'
import type { Found, OwnFile } from '../core/ports.ts'
import { placeOf, readContent, readFile, writeContent, writeFile } from '../core/space-format.ts'
import { digestOf } from './folder-carrier.ts'

export type Own = { space: string; device: string }

/** Files that were opened before, by their SHA-256: most are the same the next time. */
const opened = new Map<string, Found>()
const mostOpened = 100
/** Of a file that says nothing, in characters: a larger one is looked at anew each time. */
const mostGarbage = 100_000

async function openOne(space: string, file: string, text: string): Promise<Found | Failure> {
  const read = readFile(text)
  if (read === 'garbage' || read === 'newer') return { is: read, file }
  if (read.space !== space) return { is: 'foreign', file }
  const reply = await send('screen.syncOpen', {
    place: placeOf(read.device, read.sequence),
    sealed: read.sealed,
  })
  if (!reply.ok) return reply
  const content = reply.text === undefined ? undefined : await readContent(reply.text, Date.now())
  return content
    ? { is: 'state', device: read.device, sequence: read.sequence, ...content }
    : { is: 'garbage', file }
}

/**
 * @param files the texts, by whatever names them where they were found
 * @returns a failure when the worker did not look at them: that says nothing about the files
 */
export async function openFiles({ space }: Own, files: Map<string, string>): Promise<Found[] | Failure> {
  const found: Found[] = []
  for (const [name, text] of files) {
    const key = `${space} ${await digestOf(text)}`
    const before = opened.get(key)
    const one = before ?? (await openOne(space, name, text))
    if (isFailure(one)) return one
    // The oldest goes first.
    opened.delete(key)
    if (one.is === 'state' || text.length <= mostGarbage) opened.set(key, one)
    for (const oldest of opened.keys()) {
      if (opened.size <= mostOpened) break
      opened.delete(oldest)
    }
    // The same text may be there under two names.
    found.push(one.is === 'state' ? one : { ...one, file: name })
  }
  return found
}

/** This device's file as text. `code`: the sync key, sealed for a sync code. */
export async function sealFile(
  { space, device }: Own,
  carrier: SyncCarrier,
  { sequence, at, state }: OwnFile,
  { name, code }: { name: string; code?: string | undefined },
): Promise<string | Failure> {
  const reply = await send('screen.syncSeal', {
    carrier,
    place: placeOf(device, sequence),
    text: await writeContent({ name, at, state }, carrier),
  })
  if (isFailure(reply)) return reply
  return writeFile({
    space,
    device,
    sequence,
    ...(code !== undefined && { code }),
    sealed: reply.sealed,
  })
}
