/**
 * Lets go of the folders of keys that are gone for good. Apart from folders.ts, so that the worker needs no package for it. Nobody
 * waits: a handle that stays behind names no key.
 */
export function forgetFolders(keyIds: string[]): void {
  const opening = indexedDB.open('keyway-folders', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('folders')
  opening.onsuccess = () => {
    const { result } = opening
    const folders = result.transaction('folders', 'readwrite').objectStore('folders')
    for (const id of keyIds) folders.delete(id)
    result.close()
  }
}
