/** The dashboard's start. */
import { createRoot } from 'react-dom/client'
import { followItems } from '../ui/session.ts'
import { Dashboard } from './dashboard.tsx'

const root = document.getElementById('root')
await followItems(['vault', 'rows', 'pending', 'copy', 'checks', 'tour', 'clipboardNote'])
if (root) createRoot(root).render(<Dashboard />)
