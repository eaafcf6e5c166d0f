/** The same answers, read by others' rules. */
import { compare } from './others.ts'
import { rows } from './table.ts'

export async function bench() {
  return {
    title: `Is the key taken? ${rows.length} answers of twelve providers, read by different rules`,
    rows: compare(rows),
  }
}
