/** After a browser start nothing is published until the worker has run: this wakes it. */
import { useEffect } from 'react'
import { send } from '../platform/send.ts'

export function useWoken(needed: boolean) {
  useEffect(() => {
    if (needed) void send('screen.hello', {})
  }, [needed])
}
