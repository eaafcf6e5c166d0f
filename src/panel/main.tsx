/** The side panel's start. */
import { createRoot } from 'react-dom/client'
import { followItems } from '../ui/session.ts'
import { Panel } from './panel.tsx'

const root = document.getElementById('root')
await followItems(['vault', 'rows', 'pending', 'copy', 'checks', 'tour', 'clipboardNote'])
if (root) createRoot(root).render(<Panel />)
