/** What was dropped, as files and folders. Must be called in the drop's own turn: afterwards the browser has let go of it. */

type WithHandle = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }

export async function dropped({ items }: DataTransfer): Promise<(File | FileSystemDirectoryHandle)[]> {
  const given = Array.from(items)
    .filter(item => item.kind === 'file')
    .map((item: WithHandle) => ({ file: item.getAsFile(), handle: item.getAsFileSystemHandle?.() }))
  const all = await Promise.all(
    given.map(async ({ file, handle }) => {
      const held = await handle?.catch(() => null)
      return held?.kind === 'directory' ? (held as FileSystemDirectoryHandle) : file
    }),
  )
  return all.filter(one => one !== null)
}
