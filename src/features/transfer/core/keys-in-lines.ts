/** The keys in each line of a text that are told by their shape, or are called keys, wherever in it they stand. Pure. */
import { bareKeysIn } from '../../../providers/recognition/bare-keys.ts'
import { decode } from '../../../providers/recognition/clean-paste.ts'
import { isKeyIn } from '../../../providers/recognition/key-text.ts'
import { keysIn } from '../../handoff/core/scan-shapes.ts'
import type { Listed } from './parse-list.ts'

/** Each entry; with the last one of a line the keys in that line. A line without an entry, such as a comment, stands for itself where it has keys. */
export function withShaped(
  given: readonly Listed[],
  lines: readonly string[],
  most: number,
): [Listed, string[]][] {
  const listed = given.slice(0, most)
  const all: [Listed, string[]][] = []
  let next = 0
  for (const at of lines.keys()) {
    if (given.length > most && next === listed.length) break
    const shaped = shapedIn(lines, at)
    const first = next
    while (listed[next]?.at === at) next++
    for (let i = first; i < next - 1; i++) all.push([listed[i] as Listed, []])
    const last = listed[next - 1]
    if (next > first && last) all.push([last, shaped])
    else if (shaped.length > 0) all.push([{ value: '', line: at + 1, at }, shaped])
  }
  return all
}

function shapedIn(lines: readonly string[], at: number): string[] {
  const given = lines[at] ?? ''
  const line = /[^\t -~]/.test(given) ? decode(given).text : given
  const shaped = keysIn(line).filter(key => isKeyIn(line, key))
  return [...shaped, ...bareKeysIn(lines, at).filter(bare => !shaped.some(key => key.includes(bare)))]
}
