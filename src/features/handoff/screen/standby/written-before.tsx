/** Projects that a key was written into earlier, each with a button to write there again. */
import { useId } from 'react'
import { ago } from '../../../../i18n/time.ts'
import type { UsedIn } from '../../../../platform/folders.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { type FormId, formIds } from '../../core/encrypted/project-forms.ts'
import { fileOf } from '../plan-job.ts'

export const formOf = ({ form }: UsedIn): FormId => formIds.find(id => id === form) ?? 'env'

type Props = { title: string; press: string; places: UsedIn[]; row: KeyRow; onPress: (place: UsedIn) => void }

export function WrittenBefore({ title, press, places, row, onPress }: Props) {
  const id = useId()
  if (places.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className="stack tight">
        {places.map(place => (
          <li key={`${place.folder.name}${place.at}`} className="cluster ends">
            <span>
              <code>{`${place.folder.name}/${fileOf({ folder: place.folder, form: formOf(place), recipients: '' }, row)}`}</code>{' '}
              <span className="small quiet">{ago(place.at)}</span>
            </span>
            <button type="button" className="button" onClick={() => onPress(place)}>
              {press}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
