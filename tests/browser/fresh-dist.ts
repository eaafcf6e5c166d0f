/** Browser tests drive dist/: builds it when a source file is newer. */
import { buildWhenNeeded } from '../../tools/build.mjs'

export default function freshDist(): Promise<void> {
  return buildWhenNeeded()
}
