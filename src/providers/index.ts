/**
 * The providers' public face: read an answer, read a failure, make one verdict of several, recognise a text. Pure. The worker
 * takes the parts it needs by themselves: every service's name comes with `recognise`.
 */

export { readAnswer } from './answers/answer-reader.ts'
export { combine } from './answers/causes.ts'
export { readFailure } from './answers/read-failure.ts'
export { scrub } from './answers/scrub.ts'
export { recognise } from './recognition/recognise.ts'
export type * from './verdict.ts'
