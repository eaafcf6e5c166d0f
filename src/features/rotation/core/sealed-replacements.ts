/** The replacements of a vault as one sealed text, changed by one step at a time. Where it is sealed comes in as an argument. */

import { t } from '../../../i18n/t.ts'
import type { Reply } from '../../../protocol/failure.ts'
import { fail } from '../../../protocol/failure.ts'
import type { Request } from '../../../protocol/messages.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import { isOver, type Replacement, reduce, type Step, stageOf } from './replacement.ts'

type Noted = Pick<Request<'screen.keepSealed'>, 'act' | 'key'>
export type Sealed = {
  read(): Promise<Reply<{ text?: string }>>
  keep(text: string, noted: Noted): Promise<Reply>
}

/** So many that are over stay to be looked at. */
const mostOver = 30

/** Sealed by this vault; none where it is of another shape. Newest first. */
export function readBook(text: string | undefined): Replacement[] {
  const kept = parseJson(text ?? '')
  return isObject(kept) && Array.isArray(kept.runs) ? (kept.runs as Replacement[]) : []
}

function asText(runs: Replacement[]): string {
  let over = 0
  return JSON.stringify({ runs: runs.filter(run => !isOver(run) || ++over <= mostOver) })
}

/** A new run in the place of a former one of the same key, unless that is still under way. */
export async function begin(sealed: Sealed, run: Replacement): Promise<Reply<{ run: Replacement }>> {
  const kept = await sealed.read()
  if (!kept.ok) return kept
  const runs = readBook(kept.text)
  const before = runs.find(({ old }) => old === run.old)
  if (before && !isOver(before)) return { ok: true, run: before }
  const done = await sealed.keep(asText([run, ...runs.filter(({ old }) => old !== run.old)]), {
    act: 'replaceStarted',
    key: run.old,
  })
  return done.ok ? { ok: true, run } : done
}

/** The run as it stands after this step, sealed. */
export const noteStep = (sealed: Sealed, old: string, step: Step): Promise<Reply<{ run: Replacement }>> =>
  changeRun(sealed, old, run => reduce(run, step), actOf)

/**
 * The run as it stands after this change, sealed; nothing is written where nothing changes.
 * @param noted which act of the activity the change is
 */
export async function changeRun(
  sealed: Sealed,
  old: string,
  change: (run: Replacement) => Replacement | Promise<Replacement>,
  noted?: (was: Replacement, run: Replacement) => Noted['act'],
): Promise<Reply<{ run: Replacement }>> {
  const kept = await sealed.read()
  if (!kept.ok) return kept
  const runs = readBook(kept.text)
  const was = runs.find(run => run.old === old)
  if (!was) return fail('gone', t('This replacement is not known any more.'))
  const run = await change(was)
  if (run === was) return { ok: true, run }
  const act = noted?.(was, run)
  const done = await sealed.keep(asText(runs.map(one => (one === was ? run : one))), {
    ...(act && { act, key: old }),
  })
  return done.ok ? { ok: true, run } : done
}

function actOf(was: Replacement, run: Replacement): Noted['act'] {
  if (run.isPaused && !was.isPaused) return 'replacePaused'
  const [before, stage] = [stageOf(was), stageOf(run)]
  if (before === stage) return undefined
  return stage === 'undone' ? 'replaceUndone' : stage === 'done' ? 'replaced' : undefined
}
