/** What the content script has to watch on the page during the current step, and for the few steps after it. Pure. */
import type { Guide, Step } from '../../../guides/guide.ts'
import type { Description } from '../../../locator/description.ts'
import { type Asked, collect, type Known } from './conditions.ts'
import { fillOrNothing } from './fill-words.ts'
import { stepsFor } from './follow.ts'
import { bringsUnknownForm, mayComeLater } from './form.ts'
import { headingsOf, pageOf } from './platform-pages.ts'
import { formNext, type TourView, unknownSender } from './tour.ts'

/** So many steps after the current one are watched as well: the person may be faster than the guide. */
const ahead = 3

export function watchFor(
  guide: Guide,
  known: Known,
  values: Record<string, string | undefined>,
  taught: Record<string, Description>,
): TourView['watch'] {
  const asked: Asked = { targets: new Set(), texts: new Set(), dialogs: new Set() }
  const standsOn = { ...asked, targets: new Set<string>() }
  const steps = stepsFor(guide, known)
  const index = steps.findIndex(({ id }) => id === known.progress.step)
  for (const [at, step] of steps.entries()) {
    collect(step.when, asked)
    if (at >= index && at <= index + ahead) collectStep(step, asked)
    // The focus in another field of the dialog tells that the person went back or ahead.
    else if (step.target !== undefined && step.when !== undefined) asked.targets.add(step.target)
  }
  if (known.progress.ended)
    for (const only of [guide.achieved, ...guide.receipt.map(line => line.only)]) collect(only, asked)
  for (const detour of guide.detours) {
    collect(detour.when, asked)
    if (detour.target !== undefined) asked.targets.add(detour.target)
  }
  // What a step’s `when` depends on may be recognised only by guessing, and is needed as long as the step lasts.
  for (const { when } of steps.slice(index, index + 2)) collect(when, standsOn)
  // Keyway guesses only at what the person is to find now, and at optional targets that would be skipped when they are not found.
  const now = steps[index]
  // The next step’s target too: without a guess it would count as missing.
  const next = steps.slice(index + 1, index + 1 + ahead).filter(({ optional }, at) => optional || at === 0)
  const wanted =
    now === undefined || known.progress.ended
      ? []
      : [
          ...namedBy(now),
          ...standsOn.targets,
          // The dialog that shows a key is closed again, perhaps before the next look: the steps after it are guessed at in advance.
          ...((now.unseen ?? now.lost) ? steps.slice(index + 1, index + 1 + ahead) : next).map(
            ({ target }) => target,
          ),
        ]
  const page = known.facts ? pageOf(known.facts.url) : 'elsewhere'
  const isUnknownForm = now !== undefined && bringsUnknownForm(now, known)
  return {
    targets: [
      ...(isUnknownForm ? [senderOfAnyForm] : []),
      ...(now !== undefined && mayComeLater(guide, now, known) ? [nextOfAnyForm] : []),
      ...[...asked.targets].flatMap(name => {
        const target = guide.targets[name]
        if (target === undefined) return []
        const is = [target.is].flat().map(description => fillIn(description, values))
        const own = taught[`${guide.id}/${name}`]
        const row = target.inRow && known.world.subjectRow
        return [
          {
            name,
            is,
            ...(own && { taught: own }),
            ...(target.like && wanted.includes(name) && { like: target.like }),
            ...(target.among && wanted.includes(name) && { among: target.among }),
            ...(target.says && { says: target.says }),
            ...(row !== undefined && { row }),
          },
        ]
      }),
    ],
    texts: [...asked.texts],
    dialogs: [...asked.dialogs],
    headings: headingsOf(page),
    key: true,
  }
}

/** A target with a name that no element has: it is found only as the one button that sends the form. */
const senderOfAnyForm = {
  name: unknownSender,
  is: [{ role: 'button', names: ['\0'], within: { dialog: ['\0'] } }],
  like: [['\0']],
}

/** What buttons say that lead to the next part of a form. */
const goesOn =
  'next continue weiter fortfahren suivant continuer siguiente continuar próximo avançar avanti dalej volgende sonraki 次へ 続行 続ける 下一步 继续 다음 계속 далее'
const nextOfAnyForm = {
  ...senderOfAnyForm,
  name: formNext,
  like: [goesOn.split(' ')],
  isSaid: true as const,
}

const namedBy = ({ target, via = [], unseen, blocked = [] }: Step): (string | undefined)[] => [
  target,
  ...blocked.map(reason => reason.target),
  ...via,
  unseen?.target,
  ...(unseen?.via ?? []),
]

/** Adds everything that the step asks the page about. */
function collectStep(step: Step, asked: Asked): void {
  collect(step.done, asked)
  for (const part of step.parts ?? []) {
    collect(part.done, asked)
    asked.targets.add(part.target)
  }
  for (const reason of step.blocked ?? []) collect(reason.when, asked)
  for (const name of namedBy(step)) if (name !== undefined) asked.targets.add(name)
}

/** Fills the placeholders in a description’s names with what the person chose. A name whose placeholder has no value is left out. */
function fillIn(description: Description, values: Record<string, string | undefined>): Description {
  if (!/\{[\w:-]+[|}]/.test(JSON.stringify(description))) return description
  return JSON.parse(JSON.stringify(description), (_, value: unknown) => {
    if (Array.isArray(value)) return value.filter(entry => entry !== null)
    return typeof value === 'string' ? (fillOrNothing(value, values) ?? null) : value
  }) as Description
}
