/** Makes a whole guide of what its file says. */
import { detours, detourTargets, type UsualDetour } from './detours.ts'
import type { Guide } from './guide.ts'

type Optional = 'searchWords' | 'choices' | 'detours' | 'receipt' | 'next'
type Given = Omit<Guide, Optional> & Partial<Pick<Guide, Optional>> & { usual?: UsualDetour[] }

/** Fills in what may be left out, and the usual detours by name. What a guide must satisfy is asserted by tests/guides. */
export function defineGuide({ usual = [], ...guide }: Given): Guide {
  return {
    searchWords: [],
    choices: [],
    receipt: [],
    next: [],
    ...guide,
    targets: { ...detourTargets, ...guide.targets },
    // The guide's own come first: they know more about what is in the way here.
    detours: [
      ...(guide.detours ?? []),
      ...usual.flatMap(name => [
        detours[name],
        ...(name === 'signed-out' ? [detours.password] : name === 'phone' ? [detours.code] : []),
      ]),
    ],
  }
}
