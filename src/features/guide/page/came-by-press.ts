/** Did a press on another page of the platform lead to this document? Then a form or a key that it shows came up because of that press. */
export function cameByPress(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'navigate' && document.referrer.startsWith(`${location.origin}/`)
}
