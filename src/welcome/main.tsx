/** The welcome page's start. */
import { createRoot } from 'react-dom/client'
import { followItems } from '../ui/session.ts'
import { Welcome } from './welcome.tsx'

const root = document.getElementById('root')
await followItems(['vault', 'rows', 'pending'])
if (root) createRoot(root).render(<Welcome />)
