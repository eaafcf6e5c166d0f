/** The browser's question for a folder. Firefox has none, nor have some browsers built on Chromium: what needs it is not drawn there. */

type Asked = {
  showDirectoryPicker?(options: {
    id: string
    mode: 'read' | 'readwrite'
  }): Promise<FileSystemDirectoryHandle>
}

export const opensFolders = (): boolean => typeof (window as Asked).showDirectoryPicker === 'function'

/** Must be called in a press's own turn. @returns null when the person changed their mind. */
export async function pickFolder(
  mode: 'read' | 'readwrite' = 'readwrite',
): Promise<FileSystemDirectoryHandle | null> {
  const picking = (window as Asked).showDirectoryPicker?.({ id: 'keyway-project', mode })
  if (!picking) throw new DOMException('This browser has no picker.', 'NotSupportedError')
  return picking.catch((thrown: unknown) => {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null
    throw thrown
  })
}

/** A folder remembered from an earlier day has to be allowed again. In a press's own turn. */
export async function allowFolder(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const asked = folder as FileSystemDirectoryHandle & {
    requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>
  }
  return (await asked.requestPermission({ mode: 'readwrite' })) === 'granted'
}
