/** A report as the text that a person reads, copies or saves, made from the content script’s answer, which is checked line by line. Pure. */
import { type Catalogue, type Collected, isAddress, readLine } from './report-lines.ts'

export type ReportHeader = {
  guide: string
  /** When its words were last compared with the facts. */
  checked: string
  step: string
  target: string
  state: string
  /** Keyway's and the browser's. */
  version: string
  browser: string
}

const sizeOf = (value: unknown): number =>
  typeof value === 'number' && value >= 0 && value < 100_000 ? Math.round(value) : 0

/** @returns undefined when the answer is no report at all; lines that no report may hold are left out. */
export function readCollected(value: unknown, catalogue: Catalogue): Collected | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { address, window: size, lines, isCut } = value as Partial<Record<keyof Collected, unknown>>
  if (typeof address !== 'string' || !isAddress(address, catalogue) || !Array.isArray(lines)) return undefined
  const [width, height] = Array.isArray(size) ? size : []
  return {
    address,
    window: [sizeOf(width), sizeOf(height)],
    lines: lines.filter(line => typeof line === 'string' && readLine(line, catalogue) !== undefined),
    isCut: isCut === true,
  }
}

export const reportText = (about: ReportHeader, { address, window, lines, isCut }: Collected): string =>
  [
    'Keyway report 1',
    `Keyway ${about.version}, ${/(?:Chrome|Firefox)\/\d+/.exec(about.browser)?.[0].replace('/', ' ') ?? 'unknown browser'}`,
    `Guide ${about.guide}, words of ${about.checked}`,
    `Step ${about.step}, target ${about.target}, state ${about.state}`,
    `Page ${address}, window ${window.join(' × ')}`,
    ...(isCut ? ['Cut short: the page is too big'] : []),
    '',
    ...lines,
    '',
  ].join('\n')
