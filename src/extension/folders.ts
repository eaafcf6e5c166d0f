/** Which folders a key was put into, so that a rotation can update them by one press. Handles only, no key. */
import { openDB } from 'idb'

const store = 'folders'

export type UsedIn = { folder: FileSystemDirectoryHandle; name: string; at: number }

function database() {
  return openDB('keyway-folders', 1, { upgrade: made => void made.createObjectStore(store) })
}

export async function foldersOf(keyId: string): Promise<UsedIn[]> {
  const db = await database()
  const found = ((await db.get(store, keyId)) as UsedIn[] | undefined) ?? []
  db.close()
  return found
}

export async function rememberFolder(keyId: string, folder: FileSystemDirectoryHandle): Promise<void> {
  const others: UsedIn[] = []
  for (const known of await foldersOf(keyId))
    if (!(await known.folder.isSameEntry(folder))) others.push(known)
  const db = await database()
  await db.put(store, [...others, { folder, name: folder.name, at: Date.now() }], keyId)
  db.close()
}

/** The new key of a rotation takes over the places of the old one. */
export async function moveFolders(fromKey: string, toKey: string): Promise<void> {
  const moved = await foldersOf(fromKey)
  const db = await database()
  await db.put(store, moved, toKey)
  await db.delete(store, fromKey)
  db.close()
}
