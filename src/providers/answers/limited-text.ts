/** The text of an answer, read to a limit: whoever answers may never stop sending. Knows no provider. */

/** More than any answer of a provider's API that Keyway asks for, and little enough to hold in memory. */
const mostBytes = 16 * 1024 * 1024

/**
 * Reads a body as UTF-8 and stops once it has more than `most` bytes; the connection is then closed.
 * @returns `isWhole`: false when more would have come. A failure of the network is thrown, as `fetch` throws it.
 */
export async function limitedText(
  response: Response,
  most = mostBytes,
): Promise<{ text: string; isWhole: boolean }> {
  const reader = response.body?.getReader()
  if (!reader) return { text: '', isWhole: true }
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), isWhole: true }
    bytes += value.byteLength
    text += decoder.decode(value, { stream: true })
    if (bytes > most) {
      await reader.cancel()
      return { text, isWhole: false }
    }
  }
}
