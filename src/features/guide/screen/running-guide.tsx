/** In the popup: the guide that runs, and the way to the panel that shows it. */
import BookOpen from 'lucide-react/icons/book-open'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { showPanel } from './guide-me.ts'

export function RunningGuide() {
  const tour = useSession('tour')
  if (!tour || tour.kind === 'receipt') return null
  return (
    <Button onPress={() => showPanel().then(() => close())}>
      <BookOpen size={15} aria-hidden="true" />
      <span>
        {tour.guideTitle}: {tour.title}
      </span>
    </Button>
  )
}
