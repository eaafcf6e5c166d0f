/** Which policies of the organization are in force, and what of them was not understood. */
import Building from 'lucide-react/icons/building-2'
import { t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import type { Policy, PolicyName } from '../core/policies.ts'
import { type NotUnderstood, unknownNames } from '../core/unknown-names.ts'
import { policyWords } from './policy-words.ts'
import { usePolicyReading } from './use-policy.ts'

function says<N extends PolicyName>(name: N, policy: Policy): string | undefined {
  const value = policy[name]
  return value === undefined ? undefined : policyWords[name].says(value as NonNullable<Policy[N]>)
}

export default function PolicyPage(_: { rest: string[] }) {
  const { policy, notUnderstood: wrong } = usePolicyReading()
  const notUnderstood: NotUnderstood[] = [...wrong.map(name => ({ name })), ...unknownNames(policy)]
  const inForce = (Object.keys(policyWords) as PolicyName[]).flatMap(name => {
    const words = says(name, policy)
    return words === undefined ? [] : [{ name, words }]
  })
  const { address } = policy.help ?? {}
  return (
    <div className="stack loose narrow" data-keyway="policy">
      <p className="small">
        <a href="#settings">{t('Settings')}</a>
      </p>
      <Title>{t('Your organization')}</Title>
      {inForce.length === 0 ? (
        <section className="no-keys stack">
          <Building size={40} strokeWidth={1.25} aria-hidden="true" className="quiet" />
          <h2>{t('Your organization has set no limits for Keyway.')}</h2>
          <p className="quiet">
            {t(
              'An administrator of this browser could. A limit only makes Keyway stricter. Nothing is sent.',
            )}
          </p>
        </section>
      ) : (
        <dl className="facts panel-box">
          {inForce.map(({ name, words }) => (
            <div key={name} data-policy={name}>
              <dt>{policyWords[name].title}</dt>
              <dd>
                {name === 'help' && address !== undefined ? (
                  <a
                    href={address.startsWith('https:') ? address : `mailto:${address}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {words}
                  </a>
                ) : (
                  words
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {inForce.length > 0 && (
        <p className="small quiet">
          {t('Your organization can set limits for Keyway. A limit only makes it stricter. Nothing is sent.')}
        </p>
      )}
      {notUnderstood.length > 0 && (
        <section className="stack" aria-labelledby="not-understood">
          <h2 id="not-understood">{t('Not understood')}</h2>
          <Notice tone="needs">
            {t('Keyway does not use these values. Your organization has to correct them.')}
          </Notice>
          <ul className="dots-list">
            {notUnderstood.map(({ name, value }) => (
              <li key={name + value} data-policy={name}>
                <code>{value === undefined ? name : `${name}: ${value}`}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
