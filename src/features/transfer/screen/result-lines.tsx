/** The result of an import or export: what was done, and below it what was not done as asked. Screen readers read it out. */
import { Notice } from '../../../ui/notice.tsx'

export function ResultLines({ lines }: { lines: string[] }) {
  return (
    <div role="status" className="stack tight">
      {lines.map((line, at) => (
        <Notice key={line} tone={at === 0 ? 'works' : 'needs'}>
          {line}
        </Notice>
      ))}
    </div>
  )
}
