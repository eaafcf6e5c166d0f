/** Where a person is in a guide: (state, event) -> state. Pure. */

export type TourProgress = { guide: string; step: string } | null
export type TourView = { guide: string; step: string }
