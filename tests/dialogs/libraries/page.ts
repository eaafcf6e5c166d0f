/** Entry of the page’s own script in the whole lab: every dialog by name. */
import { native } from '../native.ts'
import { plain } from './plain.ts'
import { react } from './react.tsx'

export const dialogs = { ...react, ...plain, ...native }
