/** The parts of a page, side by side above it: each an address, so that the way back leads to it. */

/** @param at the page's address after the #; a part's id follows it */
export function PartTabs(props: {
  label: string
  at: string
  tabs: readonly { id: string; name: string }[]
  current: string
}) {
  return (
    <nav aria-label={props.label} className="tabs">
      <ul>
        {props.tabs.map(({ id, name }) => (
          <li key={id}>
            <a
              className="tab"
              href={`#${props.at}${id && `/${id}`}`}
              aria-current={id === props.current ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
