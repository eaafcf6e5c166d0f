/** The gallery's start, on the development server of `npm run gallery`. */
import { createRoot } from 'react-dom/client'
import './gallery.css'
import { Gallery } from './gallery.tsx'

const place = document.getElementById('root')
if (place) createRoot(place).render(<Gallery />)
