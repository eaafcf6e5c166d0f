/** A past time as a person says it. It grows old in sight: a page that was left open would say “just now” for hours. */
import { ago } from '../i18n/time.ts'
import { useNow } from './clock.ts'

export function Ago({ time }: { time: number }) {
  useNow(60_000)
  return <time dateTime={new Date(time).toISOString()}>{ago(time)}</time>
}
