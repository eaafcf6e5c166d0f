/** Devices' files, as the dashboard reads and writes them: the worker opens and seals what is in them. */
import { send } from '../../../platform/send.ts'
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { SyncCarrier } from '../../policy/core/policy.ts'
import type { Found, OwnFile } from '../core/ports.ts'
import { placeOf, readContent, readFile, writeContent, writeFile } from '../core/space-format.ts'

export type Own = { space: string; device: string }

/** Files that were opened before: most are the same the next time. */
const opened = new Map<string, Found>()
const mostOpened = 200

async function openOne(space: string, file: string, text: string): Promise<Found> {
  const read = readFile(text)
  if (read === 'garbage' || read === 'newer') return { is: read, file }
  if (read.space !== space) return { is: 'foreign', file }
  const reply = await send('screen.syncOpen', {
    place: placeOf(read.device, read.sequence),
    sealed: read.sealed,
  })
  const content = reply.ok && reply.text !== undefined ? await readContent(reply.text) : undefined
  return content
    ? { is: 'state', device: read.device, sequence: read.sequence, ...content }
    : { is: 'garbage', file }
}

/** @param files the texts, by whatever names them where they were found */
export async function openFiles({ space }: Own, files: Map<string, string>): Promise<Found[]> {
  const found: Found[] = []
  for (const [name, text] of files) {
    const key = `${space} ${text}`
    const one = opened.get(key) ?? (await openOne(space, name, text))
    // The oldest goes first.
    opened.delete(key)
    opened.set(key, one)
    for (const oldest of opened.keys()) {
      if (opened.size <= mostOpened) break
      opened.delete(oldest)
    }
    found.push(one)
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
