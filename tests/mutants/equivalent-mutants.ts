/**
 * Changed sources that do the same as the unchanged ones, as far as anybody can tell from outside, each with the reason. A key is
 * what the long run prints: the line, and what stood there before and after.
 */
export const equivalent: Record<string, string> = {
  'if (sender.id !== own.id || sender.url === undefined) return null | sender.id !== own.id || sender.url === undefined → sender.id !== own.id':
    'No address reads as the address “undefined”, which is none: the next lines refuse it.',
  'if (!accepted || !handler) return undefined | !accepted || !handler → !handler':
    'There is a handler only for what was accepted.',
}
