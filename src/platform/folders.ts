/**
 * Which folders a key was put into, so that a rotation can update them by one press, and in which form. Handles and public keys only, no key.
 */
import { openDB } from 'idb'

const store = 'folders'

/** `form`: absent for `.env`. `recipients`: public keys, a line each, for whom the project's file is encrypted. */
export type UsedIn = { folder: FileSystemDirectoryHandle; at: number; form?: string; recipients?: string }

function database() {
  return openDB('keyway-folders', 1, { upgrade: made => void made.createObjectStore(store) })
}

export async function foldersOf(keyId: string): Promise<UsedIn[]> {
  const db = await database()
  const found = ((await db.get(store, keyId)) as UsedIn[] | undefined) ?? []
  db.close()
  return found
}

export async function rememberFolder(
  keyId: string,
  folder: FileSystemDirectoryHandle,
  more: Pick<UsedIn, 'form' | 'recipients'> = {},
): Promise<void> {
  const others: UsedIn[] = []
  for (const known of await foldersOf(keyId))
    if (known.form !== more.form || !(await known.folder.isSameEntry(folder))) others.push(known)
  const db = await database()
  await db.put(store, [...others, { folder, at: Date.now(), ...more }], keyId)
  db.close()
}

/**
 * The public keys that were used for this project; else those of the project that was written to last, for this key or another one.
 * @param folder absent: only the last ones are asked for
 */
export async function recipientsFor(folder?: FileSystemDirectoryHandle): Promise<string | undefined> {
  const db = await database()
  const all = ((await db.getAll(store)) as UsedIn[][]).flat().toSorted((a, b) => b.at - a.at)
  db.close()
  const named = all.filter(({ recipients }) => recipients !== undefined)
  if (folder) for (const known of named) if (await known.folder.isSameEntry(folder)) return known.recipients
  return named[0]?.recipients
}
