/** Notes of joining, on a folder or in the browser's sync area. */

import { t } from '../../../i18n/t.ts'
import { syncArea } from '../../../platform/screen/sync-area.ts'
import { type Failure, fail, isFailure } from '../../../protocol/failure.ts'
import { isNoteName, type Note, type Notes, noteName, readNotes, writeNote } from '../core/join-notes.ts'
import { readSpaceFiles, removeFile, writeFileIn } from './folder-carrier.ts'

export type JoinBoard = {
  read(): Promise<Notes | Failure>
  write(id: string, note: Note): Promise<Failure | undefined>
  /** Nothing is said when it fails: what is left says nothing that is secret. */
  remove(id: string, is: Note['is']): Promise<unknown>
}

const extension = '.json'
const withoutExtension = (name: string) => (name.endsWith(extension) ? name.slice(0, -extension.length) : '')
const folderBoard = (folder: FileSystemDirectoryHandle): JoinBoard => ({
  async read() {
    const files = await readSpaceFiles(folder, name => isNoteName(withoutExtension(name)))
    if (isFailure(files)) return files
    return readNotes([...files].map(([name, text]) => [withoutExtension(name), text]))
  },
  write: (id, note) => writeFileIn(folder, noteName(id, note.is) + extension, writeNote(note)),
  remove: (id, is) => removeFile(folder, noteName(id, is) + extension),
})

const silent = fail('storage_failed', t('The browser did not give Keyway its sync area. Try again.'))
const areaBoard: JoinBoard = {
  async read() {
    const items = await syncArea.get().catch(() => undefined)
    return items ? readNotes(Object.entries(items)) : silent
  },
  write: (id, note) =>
    syncArea.set({ [noteName(id, note.is)]: writeNote(note) }).then(
      () => undefined,
      () => silent,
    ),
  remove: (id, is) => syncArea.remove([noteName(id, is)]).catch(() => undefined),
}

/** Several as one: an attempt goes on where it was found. */
export function joinBoards(boards: JoinBoard[]): JoinBoard {
  const places = new Map<string, JoinBoard>()
  const placeOf = (id: string) => places.get(id) ?? boards[0]
  return {
    async read() {
      const notes: Notes = new Map()
      const failures: Failure[] = []
      for (const board of boards) {
        const read = await board.read()
        if (isFailure(read)) failures.push(read)
        else
          for (const [id, note] of read) {
            places.set(id, places.get(id) ?? board)
            if (placeOf(id) === board) notes.set(id, note)
          }
      }
      return failures.length === boards.length ? (failures[0] ?? notes) : notes
    },
    write: async (id, note) => placeOf(id)?.write(id, note),
    remove: async (id, is) => placeOf(id)?.remove(id, is),
  }
}

/** @param folder left out: the browser's sync area */
export const joinBoardOf = (folder: FileSystemDirectoryHandle | undefined): JoinBoard =>
  folder ? folderBoard(folder) : areaBoard
