/** What carries files in a schedule: a folder that loses and mixes, and the product's own carrier over Chromium's sync area. */
import { createHash } from 'node:crypto'
import { createBrowserCarrier } from '../../../src/features/sync/core/browser-carrier.ts'
import type { Carrier, Found, OwnFile } from '../../../src/features/sync/core/ports.ts'
import { fail } from '../../../src/protocol/failure.ts'
import { readState, writeState } from '../../../src/vault/sync/state.ts'
import type { Profile } from './chromium-sync.ts'

/** What may go wrong in one run. `cut`: the program ends at that call. */
export type Faults = { cut?: number; refuse?: boolean; half?: boolean; replay?: boolean; leave?: boolean }
export type Chance = (below: number) => number
/** `step`: throws where the program ends. */
export type Trouble = { faults: Faults; chance: Chance; step: () => void }

export type Folder = { files: Map<string, string>; former: [string, string][] }

type Written = Omit<OwnFile, 'state'> & { device: string; state: unknown }
export const writeText = (device: string, { state, ...rest }: OwnFile) =>
  JSON.stringify({ ...rest, device, state: writeState(state) })
function readText(file: string, text: string): Found {
  const { state, ...rest } = JSON.parse(text) as Written
  const read = readState(state)
  return read ? { is: 'state', name: rest.device, ...rest, state: read } : { is: 'garbage', file }
}

export const folderCarrier = (
  { files, former }: Folder,
  device: string,
  { faults, chance, step }: Trouble,
): Carrier => ({
  kind: 'folder',
  async read() {
    step()
    const there = new Map(files)
    if (faults.replay) for (const [name, text] of former) if (chance(2)) there.set(name, text)
    const found: Found[] = []
    let ownFile: OwnFile | undefined
    for (const [name, text] of there) {
      const each = readText(name, text)
      if (each.is !== 'state') continue
      if (name === device) ownFile = each
      else found.push(each)
      if (faults.half)
        for (const id of [...each.state.records.keys()]) if (chance(2)) each.state.records.delete(id)
    }
    return { found, own: ownFile?.sequence, former: ownFile }
  },
  async write(file) {
    step()
    if (faults.refuse && chance(2)) return fail('storage_full', 'full')
    const before = files.get(device)
    if (before) former.push([device, before])
    files.set(device, writeText(device, file))
    return undefined
  },
})

export function areaCarrier(
  profile: Profile,
  device: string,
  now: () => number,
  last: { writtenAt?: number },
  { faults, chance, step }: Trouble,
): Carrier {
  const refused = () => {
    if (faults.refuse && chance(2)) throw new Error('the browser refuses')
  }
  return createBrowserCarrier({
    area: {
      async get() {
        step()
        refused()
        return profile.area.get()
      },
      async set(items) {
        step()
        refused()
        await profile.area.set(items)
        step()
      },
      async remove(names) {
        await profile.area.remove(names)
        step()
      },
    },
    device,
    now,
    writtenAt: () => last.writtenAt,
    noteWriting: async at => {
      last.writtenAt = at
    },
    open: async files => [...files].map(([name, text]) => readText(name, text)),
    hasNews: () => false,
    isCurrent: async () => true,
    seal: async file => {
      const text = writeText(device, file)
      return { text, mark: createHash('sha256').update(text).digest('hex').slice(0, 16) }
    },
  })
}
