/** A name that is cut in its middle where there is no room: what tells two long names apart stands at their ends. */

/** Shorter ones are cut at the end, if at all. */
const longFrom = 24
const tailLength = 9

export function MiddleCut({ children }: { children: string }) {
  // By code points: half of a letter is none.
  const letters = [...children]
  if (letters.length < longFrom)
    return (
      <span className="cut-end" title={children} dir="auto">
        {children}
      </span>
    )
  return (
    <span className="cut-middle" title={children} dir="auto">
      <span>{letters.slice(0, -tailLength).join('')}</span>
      <span>{letters.slice(-tailLength).join('')}</span>
    </span>
  )
}
