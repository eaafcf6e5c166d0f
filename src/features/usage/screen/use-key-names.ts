/** What keys and projects are called at the platform, from the organization as it was read last. */
import { useEffect, useState } from 'react'
import { send } from '../../../platform/send.ts'
import { readKept } from '../../organization/core/organization.ts'

const none: ReadonlyMap<string, string> = new Map()

export function useKeyNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState(none)
  useEffect(() => {
    let isShown = true
    void send('screen.readSealed', { name: 'organization' }).then(kept => {
      const { keys = [], projects = [] } = (kept.ok && readKept(kept.text)) || {}
      if (isShown) setNames(new Map([...projects, ...keys].map(({ id, name }) => [id, name])))
    })
    return () => {
      isShown = false
    }
  }, [])
  return names
}
