/** A guide in another tongue: each of its texts may be overridden by key. Names on the page stay as the page writes them. Pure. */

import type { Guide, Step, Words } from '../guides/guide.ts'
import { guideKey } from './text-key.ts'

type Texts = (text: string, ...path: string[]) => string

/** Visits every text of a guide that a person reads, with the path that makes its key. */
export function mapTexts(guide: Guide, say: Texts): Guide {
  const sayPart = <T extends { title: string; words: Words }>(
    { title, words, ...part }: T,
    ...path: string[]
  ) => ({
    ...part,
    title: say(title, ...path),
    words: Object.fromEntries(
      Object.entries(words).map(([name, text]) => [name, say(text, ...path, name)]),
    ) as Words,
  })
  const sayLink = ({ link }: Pick<Step, 'link'>, ...path: string[]) =>
    link && { link: { ...link, label: say(link.label, ...path, 'link') } }
  return {
    ...guide,
    title: say(guide.title, 'title'),
    summary: say(guide.summary, 'summary'),
    ...(guide.prerequisites && {
      prerequisites: guide.prerequisites.map((text, at) => say(text, 'needs', String(at))),
    }),
    targets: Object.fromEntries(
      Object.entries(guide.targets).map(([name, target]) => [
        name,
        { ...target, look: say(target.look, 'look', name) },
      ]),
    ),
    choices: guide.choices.map(choice => ({
      ...choice,
      question: say(choice.question, 'choice', choice.id),
      ...(choice.why && { why: say(choice.why, 'choice', choice.id, 'why') }),
      options: choice.options.map(option => ({
        ...option,
        label: say(option.label, 'choice', choice.id, option.id),
        ...(option.hint && { hint: say(option.hint, 'choice', choice.id, option.id, 'hint') }),
      })),
    })),
    steps: guide.steps.map(step => ({
      ...sayPart(step, 'step', step.id),
      ...(step.parts && {
        parts: step.parts.map(part => ({
          ...part,
          label: say(part.label, 'step', step.id, 'part', part.id),
        })),
      }),
      ...(step.button && { button: say(step.button, 'step', step.id, 'button') }),
      ...(step.blocked && {
        blocked: step.blocked.map((blocked, at) => ({
          ...blocked,
          say: say(blocked.say, 'step', step.id, 'blocked', String(at)),
        })),
      }),
      ...(step.late && { late: { ...step.late, say: say(step.late.say, 'step', step.id, 'late') } }),
      ...sayLink(step, 'step', step.id),
      ...(step.unseen && { unseen: sayPart(step.unseen, 'step', step.id, 'unseen') }),
      ...(step.lost && { lost: sayPart(step.lost, 'step', step.id, 'lost') }),
    })),
    detours: guide.detours.map(detour => ({
      ...sayPart(detour, 'detour', detour.id),
      ...sayLink(detour, 'detour', detour.id),
    })),
    receipt: guide.receipt.map((line, at) => ({
      ...line,
      label: say(line.label, 'receipt', String(at), 'label'),
      text: say(line.text, 'receipt', String(at)),
    })),
  }
}

/** @param lookUp the browser's language, by key; undefined leaves the English. */
export const translated = (guide: Guide, lookUp: (key: string) => string | undefined): Guide =>
  mapTexts(guide, (text, ...path) => lookUp(guideKey(guide.id, ...path)) ?? text)
