/** What was done, and below it what could not be done as it was asked. Announced. */
import { Notice } from '../../../ui/notice.tsx'

export function SaidLines({ said }: { said: string[] }) {
  return (
    <div role="status" className="stack tight">
      {said.map((line, at) => (
        <Notice key={line} tone={at === 0 ? 'works' : 'needs'}>
          {line}
        </Notice>
      ))}
    </div>
  )
}
