/** What was typed about a key, as it is sent: blanks trimmed. Pure. */
import type { AboutInput } from '../../../protocol/messages.ts'
import type { RecordAbout } from '../../../vault/record.ts'

export function cleanAbout(about: AboutInput): AboutInput {
  const clean: AboutInput = { ...about }
  for (const name of [
    'label',
    'project',
    'environment',
    'purpose',
    'notes',
    'baseUrl',
    'service',
    'webPage',
    'variable',
  ] as const)
    if (clean[name] !== undefined) clean[name] = clean[name].trim()
  for (const name of ['usedIn', 'tags'] as const)
    if (clean[name]) clean[name] = clean[name].map(part => part.trim()).filter(Boolean)
  return clean
}

/** The form’s values for a key that is already in the vault. */
export function aboutOf(row: RecordAbout): AboutInput {
  const {
    label,
    project,
    environment,
    purpose,
    notes,
    usedIn,
    tags,
    expiresAt,
    rotateBy,
    standbyFor,
    checkEveryMinutes,
    service,
    webPage,
    variable,
  } = row
  return {
    label,
    ...(service !== undefined && { service }),
    ...(webPage !== undefined && { webPage }),
    ...(variable !== undefined && { variable }),
    ...(project !== undefined && { project }),
    ...(environment !== undefined && { environment }),
    ...(purpose !== undefined && { purpose }),
    ...(notes !== undefined && { notes }),
    ...(usedIn !== undefined && { usedIn }),
    ...(tags !== undefined && { tags }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(rotateBy !== undefined && { rotateBy }),
    ...(standbyFor !== undefined && { standbyFor }),
    ...(checkEveryMinutes !== undefined && { checkEveryMinutes }),
    ...(row.copyFreely !== undefined && { copyFreely: row.copyFreely }),
  }
}

/** What the person changed in a form: the rest may have been changed elsewhere since it was opened, and stays as it is now. */
export const changesIn = (about: AboutInput, opened: AboutInput): AboutInput =>
  Object.fromEntries(
    Object.entries(about).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(opened[name as keyof AboutInput]),
    ),
  )
