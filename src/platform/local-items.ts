/**
 * Reads the plain items of `storage.local`. A program on this computer can write there what it likes: what has not the shape that
 * Keyway writes is taken for absent. Shapes only; who changed a value of the right shape is not found here.
 */
import { dataVersion, type LocalItems, plainDefaults } from '../protocol/storage-keys.ts'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, most = 200): value is string =>
  typeof value === 'string' && value.length <= most
/** Milliseconds since the epoch that a calendar can show. */
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 8.64e15
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isTrue = (value: unknown): value is true => value === true

/** Those fields of `value` that `is` accepts. */
const pick = <T>(value: unknown, is: (value: unknown) => value is T, most = 5000): Record<string, T> =>
  Object.fromEntries(
    Object.entries(isFields(value) ? value : {})
      .filter((entry): entry is [string, T] => isText(entry[0]) && is(entry[1]))
      .slice(-most),
  )
/** These optional fields, as far as they have their shape. */
const only = <T>(value: Fields, names: string[], is: (value: unknown) => value is T) =>
  pick(Object.fromEntries(names.filter(name => name in value).map(name => [name, value[name]])), is)

/** A tree of texts, numbers and booleans that is small enough to be a description of an element. */
const isSmallTree = (value: unknown): value is Fields =>
  isFields(value) && JSON.stringify(value).length <= 4000

function readTour(value: unknown): LocalItems['tour'] | undefined {
  if (!isFields(value)) return value === null ? null : undefined
  const { guide, step, finished, startedAt, stepSince, held, form } = value
  if (!isText(guide) || !isText(step) || !isTime(startedAt) || !isTime(stepSince)) return undefined
  if (!Array.isArray(finished) || finished.length > 200) return undefined
  const read = {
    guide,
    step,
    finished: finished.filter(each => isText(each)),
    choices: pick(value.choices, isText, 50),
    startedAt,
    stepSince,
    ...only(value, ['subjectId', 'madeId', 'cause', 'focus', 'lost'], isText),
    ...only(value, ['rowSeen'], (one): one is string => isText(one, 2000)),
    ...only(value, ['targetSeen', 'ended'], isBoolean),
    ...only(value, ['waiver', 'skips', 'wasHere', 'pressed', 'wasFilled', 'isPart', 'passes'], isTrue),
    ...(Array.isArray(value.unverified) && {
      unverified: value.unverified.filter(each => isText(each)).slice(0, 200),
    }),
    ...(isFields(form) && isText(form.of) && { form: { of: form.of, ...only(form, ['sent'], isTrue) } }),
    ...((held === 'back' || held === 'visit' || held === 'said') && { held }),
  }
  return read as LocalItems['tour']
}

const readers: { [K in keyof LocalItems]: (value: unknown) => LocalItems[K] | undefined } = {
  vaultChoices: value =>
    isFields(value) && isTime(value.createdAt)
      ? {
          createdAt: value.createdAt,
          ...only(value, ['lastBackupAt', 'notWatchingSince'], isTime),
          // Where it stood until the vault's header held it: kept until the first unlock takes it over.
          ...only(value, ['watchWhileLocked'], isBoolean),
        }
      : undefined,
  tour: readTour,
  shown: value => pick(value, isSmallTree, 200) as LocalItems['shown'],
  settings: value =>
    isFields(value) ? { ...plainDefaults, ...only(value, Object.keys(plainDefaults), isBoolean) } : undefined,
  guidesDone: value => pick(value, isTime, 200),
  health: value =>
    isFields(value)
      ? {
          stopped: pick(value.stopped, isTime, 50),
          told: Object.fromEntries(
            Object.entries(pick(value.told, isFields)).map(([id, reminders]) => [
              id,
              pick(reminders, Number.isFinite as typeof isTime, 20),
            ]),
          ),
          ...only(value, ['spendStopped'], isTime),
        }
      : undefined,
  watchingAnswered: value => (value === true ? true : undefined),
  copyLeft: value =>
    isFields(value) && isTime(value.until) && isText(value.keyId)
      ? { until: value.until, keyId: value.keyId, ...only(value, ['salt'], isText) }
      : undefined,
}

/** Did a newer Keyway write them? Then they are left as they are, and the vault stays closed. */
export const isFromNewer = async (area: { get(name: string): Promise<Fields> }): Promise<boolean> =>
  Number((await area.get('dataVersion')).dataVersion) > dataVersion

export const readLocalItem = <K extends keyof LocalItems>(
  name: K,
  value: unknown,
): LocalItems[K] | undefined => (value === undefined ? undefined : readers[name](value))
