/** Did a press on another page of the platform lead to this document? Then what it shows came after that press. */
export function cameByPress(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'navigate' && document.referrer.startsWith(`${location.origin}/`)
}
