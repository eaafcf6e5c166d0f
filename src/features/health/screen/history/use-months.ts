/** The last 30 days of the keys that a list draws, asked for in one message; asked anew for a key that was tested since. */
import { useEffect, useRef, useState } from 'react'
import { send } from '../../../../platform/send.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import type { DayCounts } from '../../core/month.ts'

export type Months = ReadonlyMap<string, DayCounts[]>

/** More are asked for in further messages. */
const most = 200

/** @param rows those that are drawn. A key whose answer is not there yet is not in the map. */
export function useMonths(rows: readonly KeyRow[]): Months {
  const [months, setMonths] = useState<Months>(new Map())
  const asked = useRef(new Map<string, string>())
  // The list of rows is another one at each drawing; what is asked for is not.
  useEffect(() => {
    const wanted = rows.filter(row => asked.current.get(row.id) !== lastTest(row))
    for (const row of wanted) asked.current.set(row.id, lastTest(row))
    for (let from = 0; from < wanted.length; from += most)
      void send('screen.months', { ids: wanted.slice(from, from + most).map(row => row.id) }).then(reply => {
        if (reply.ok) setMonths(was => new Map([...was, ...reply.months]))
      })
  })
  return months
}

const lastTest = ({ verdict }: KeyRow): string => `${verdict?.at} ${verdict?.trouble?.at}`
