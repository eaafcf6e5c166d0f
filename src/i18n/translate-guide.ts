/** A guide in another tongue: each of its texts may be overridden by key. Names on the page stay as the page writes them. Pure. */

import type { Guide, Words } from '../guides/guide.ts'
import { guideKey } from './text-key.ts'

type Texts = (text: string, ...path: string[]) => string

const wordsWith = (say: Texts, words: Words, ...path: string[]): Words =>
  Object.fromEntries(Object.entries(words).map(([part, text]) => [part, say(text, ...path, part)])) as Words

/** Visits every text of a guide that a person reads, with the path that makes its key. */
export function mapTexts(guide: Guide, say: Texts): Guide {
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
      ...step,
      title: say(step.title, 'step', step.id),
      words: wordsWith(say, step.words, 'step', step.id),
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
      ...(step.link && { link: { ...step.link, label: say(step.link.label, 'step', step.id, 'link') } }),
      ...(step.unseen && {
        unseen: {
          ...step.unseen,
          title: say(step.unseen.title, 'step', step.id, 'unseen'),
          words: wordsWith(say, step.unseen.words, 'step', step.id, 'unseen'),
        },
      }),
      ...(step.lost && {
        lost: {
          ...step.lost,
          title: say(step.lost.title, 'step', step.id, 'lost'),
          words: wordsWith(say, step.lost.words, 'step', step.id, 'lost'),
        },
      }),
    })),
    detours: guide.detours.map(detour => ({
      ...detour,
      title: say(detour.title, 'detour', detour.id),
      words: wordsWith(say, detour.words, 'detour', detour.id),
      ...(detour.link && {
        link: { ...detour.link, label: say(detour.link.label, 'detour', detour.id, 'link') },
      }),
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
