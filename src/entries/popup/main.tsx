/** The popup's start: its frame is painted before the rest of it, React above all, is fetched. */
import { painted } from './painted.ts'

await painted()
await import('./start.tsx')
