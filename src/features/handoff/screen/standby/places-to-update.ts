/** The places into which the old key was written, and the standby key has not been written since. */
import { foldersOf, type UsedIn } from '../../../../platform/folders.ts'

export async function placesToUpdate(oldId: string, standbyId: string): Promise<UsedIn[]> {
  const [before, since] = await Promise.all([foldersOf(oldId), foldersOf(standbyId)])
  const left: UsedIn[] = []
  for (const place of before) {
    let isThere = false
    for (const { folder, form, at } of since)
      isThere ||= at > place.at && form === place.form && (await folder.isSameEntry(place.folder))
    if (!isThere) left.push(place)
  }
  return left
}
