/** What an admin key tells, while there is none: the three steps there, the field for the key, and what costs will look like. */
import { useEffect, useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { SaveKey, useNewKey } from '../../capture/screen/new-key.tsx'
import { PasteField } from '../../capture/screen/paste-field.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { daysUntil, series } from '../core/series.ts'
import { UsageChart } from './usage-chart.tsx'

const adminKeys = 'https://platform.openai.com/settings/organization/admin-keys'

const words = {
  costs: {
    title: t('Cost'),
    why: t('An ordinary key cannot read what was spent. An admin key can.'),
    create: t('They create a key that may only read usage ({usage}). It calls no models.'),
  },
  organization: {
    title: t('Organization'),
    why: t('An ordinary key cannot read the organization. An admin key can.'),
    create: t(
      'They create a key that may only read ({management} and {usage}). It calls no models. To delete keys or set limits from here, it must be allowed to write, too.',
    ),
  },
}
const reading = { usage: 'api.usage.read', management: 'api.management.read' }
const permissions = { usage: <code>{reading.usage}</code>, management: <code>{reading.management}</code> }

export function NoAdminKey({ of = 'costs' }: { of?: keyof typeof words }) {
  const [savedId, setSavedId] = useState('')
  const form = useNewKey(id => {
    setSavedId(id)
    form.setIsReadable(false)
  })
  const { pasted } = form
  useEffect(() => {
    if (savedId !== '') pasted.current?.focus()
  }, [savedId, pasted])
  // Where an admin key comes, this page goes.
  const other = useSavedKeys().find(({ id }) => id === savedId)
  const { title, why, create } = words[of]
  return (
    <>
      <Title>{title}</Title>
      <div className="usage-start">
        <form className="panel-box stack loose" onSubmit={form.submit}>
          <p>{why}</p>
          <ol className="stack numbered">
            <li>
              {rich(t('The owner of your organization opens {adminKeys}.'), {
                adminKeys: (
                  <a href={adminKeys} target="_blank" rel="noreferrer">
                    {t('the admin keys')}
                  </a>
                ),
              })}
            </li>
            <li>{rich(create, permissions)}</li>
            <li>{t('You paste it here. It goes into the vault.')}</li>
          </ol>
          <PasteField
            // What was saved stands on no screen any more.
            key={savedId}
            ref={form.pasted}
            hint={t('An admin key of OpenAI begins with “{start}”.', { start: 'sk-admin-' })}
            onChange={isReadable => {
              form.setIsReadable(isReadable)
              form.save.clear()
            }}
          />
          <FailureNotice failure={form.save.failure} />
          <div role="status">
            {other && (
              <Notice tone="needs">
                {t('“{label}” is in your vault now. It is not an admin key, so it cannot read this.', {
                  label: other.label,
                })}
              </Notice>
            )}
          </div>
          <div className="cluster">
            <SaveKey form={form} />
            {of === 'costs' && (
              <Button className="link" onPress={() => guideMe('monitor-usage')}>
                {t('Show me usage on the platform instead')}
              </Button>
            )}
          </div>
        </form>
        {of === 'costs' && <Sample />}
      </div>
    </>
  )
}

const waves = [3, 4, 6, 5, 7, 4, 3, 4, 5, 8, 6, 5, 4, 5]

/** Made-up figures: nobody is to take them for their own. */
function Sample() {
  const days = daysUntil(Date.now(), waves.length)
  const rows = days.flatMap((day, index) => [
    { day, of: t('Chatbot'), dollars: waves[index] ?? 0 },
    { day, of: t('Search'), dollars: (waves.at(-index) ?? 0) / 2 },
  ])
  return (
    <figure className="panel-box stack" data-keyway="sample">
      <figcaption className="small quiet">{t('A sample, not your figures')}</figcaption>
      <div className="usage-sample" aria-hidden="true" inert>
        <UsageChart series={series(rows, days)} nameOf={of => of ?? ''} marked={new Set()} />
      </div>
    </figure>
  )
}
