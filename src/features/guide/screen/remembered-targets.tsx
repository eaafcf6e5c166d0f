/** What the person pointed out by *Show Keyway*: each can be forgotten. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { useLocal } from '../../../ui/use-local.ts'
import { fill } from '../core/fill-words.ts'
import { useGuide } from './guide-list.ts'

export function Shown() {
  const names = Object.keys(useLocal('shown') ?? {})
  if (names.length === 0) return null
  return (
    <section className="stack narrow" data-keyway="shown">
      <h2>{t('What you showed to Keyway')}</h2>
      <ul className="stack tight">
        {names.map(name => (
          <One key={name} name={name} />
        ))}
      </ul>
    </section>
  )
}

function One({ name }: { name: string }) {
  const [id = '', target = ''] = name.split('/')
  const guide = useGuide(id)
  if (!guide) return null
  return (
    <li className="stack tight">
      <p>
        <strong>{guide.title}</strong>
        {': '}
        {fill(guide.targets[target]?.look ?? '', {})}
      </p>
      <div>
        <Button onPress={() => send('screen.forgetShown', { name })}>{t('Forget what I showed')}</Button>
      </div>
    </li>
  )
}
