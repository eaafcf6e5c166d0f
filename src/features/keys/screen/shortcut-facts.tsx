/** Keys of the keyboard, each with what it does. */

export function ShortcutFacts({ of }: { of: readonly (readonly [keys: string, does: string])[] }) {
  return (
    <dl className="facts">
      {of.map(([keys, does]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
