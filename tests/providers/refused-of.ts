/** Random keys of a shape that are not taken: by a paste, an import, or the leak scan. */
import { findKeys } from '../../src/features/handoff/core/scan.ts'
import { previewText } from '../../src/features/transfer/core/import-preview.ts'
import { recognise } from '../../src/providers/index.ts'
import { isExampleKey } from '../../src/providers/recognition/example.ts'
import { bareShapes, seeded, shapes } from './random-keys.ts'

export const shapeNames = [...Object.keys(shapes), ...Object.keys(bareShapes)]

/** @param everywhere else only where all of them ask the same: a paste reads, the leak scan tells examples */
export function refusedOf(shape: string, count: number, seed: string, everywhere = true): string[] {
  const random = seeded(`${seed} ${shape}`)
  const bare = bareShapes[shape]
  const make = bare?.make ?? shapes[shape]?.make ?? (() => '')
  const refused: string[] = []
  for (let i = 0; i < count; i++) {
    const key = make(random)
    const text = bare ? `${bare.name}=${key}` : key
    if (recognise(text).key !== key) refused.push(`pasted: ${key}`)
    if (isExampleKey(key)) refused.push(`an example: ${key}`)
    if (!everywhere) continue
    if (previewText(text).candidates[0]?.key.secret !== key) refused.push(`imported: ${key}`)
    if (!bare && findKeys(text)[0]?.key !== key) refused.push(`scanned: ${key}`)
  }
  return refused
}
