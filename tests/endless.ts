/** An answer that goes on for ever, as no honest server gives it. It ends with an error, so that a test of who reads it ends too. */
export function endless(piece: string | Uint8Array<ArrayBuffer> = ' '.repeat(1024 * 1024)) {
  const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
  const read = { megabytes: 0, isLeft: false }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      read.megabytes += bytes.byteLength / 1024 / 1024
      if (read.megabytes > 64) controller.error(new Error('Nobody stopped reading.'))
      else controller.enqueue(bytes)
    },
    cancel: () => {
      read.isLeft = true
    },
  })
  return { body, read }
}
