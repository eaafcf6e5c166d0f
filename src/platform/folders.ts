/** Which folders a key was put into, so that a rotation can update them by one press. Handles only, no key. */
import { openDB } from 'idb'

const store = 'folders'

export type UsedIn = { folder: FileSystemDirectoryHandle; at: number }

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
  await db.put(store, [...others, { folder, at: Date.now() }], keyId)
  db.close()
}
