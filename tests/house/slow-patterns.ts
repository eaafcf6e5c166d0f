/**
 * Regular expressions whose time grows faster than the text: a page, a provider or a file that knows one stops the worker with a few
 * thousand characters. scslre tells by the expression alone, so that no clock is needed.
 */
import { analyse } from 'scslre'
import type { Source } from './source.ts'

/** The same expression stands in many files. */
const known = new Map<string, string[]>()

/** @returns the parts that can be read in more than one way; empty when the time grows with the text and no faster */
export function slowParts({ source, flags }: { source: string; flags: string }): string[] {
  const key = `${flags} ${source}`
  const before = known.get(key)
  if (before) return before
  const { reports } = analyse({ source, flags: flags.replace('v', 'u') })
  const parts = reports.map(report => {
    const parts = report.type === 'Trade' ? [report.startQuant, report.endQuant] : [report.quant]
    return parts.map(({ start, end }) => source.slice(start, end)).join(' and ')
  })
  known.set(key, parts)
  return parts
}

/** Those written between slashes. */
export function slowPatterns({ path, nodes }: Source): string[] {
  return nodes.flatMap(({ regex }) => {
    if (!regex) return []
    const { pattern, flags } = regex as { pattern: string; flags: string }
    const slow = slowParts({ source: pattern, flags })
    return slow.length > 0 ? [`${path}: /${pattern}/ can be read in many ways at ${slow.join('; ')}`] : []
  })
}
