/** Stands where something is on its way. It shows only when that takes a while. */
export const Loading = () => <div className="loading" aria-hidden="true" />
