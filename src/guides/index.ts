/** The list of guides. Each is a file of its own, named by its id. */
import { createKey } from './create-key.ts'
import type { Guide } from './guide.ts'

export const guides: Guide[] = [createKey]
