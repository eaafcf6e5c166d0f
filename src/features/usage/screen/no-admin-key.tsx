/** Cost without an admin key: what it will look like, the three steps there, and the field for the key. */
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { SaveKey, useNewKey } from '../../capture/screen/new-key.tsx'
import { PasteField } from '../../capture/screen/paste-field.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { daysUntil, series } from '../core/series.ts'
import { UsageChart } from './usage-chart.tsx'

const adminKeys = 'https://platform.openai.com/settings/organization/admin-keys'

export function NoAdminKey({ title = t('Cost') }: { title?: string }) {
  const form = useNewKey(() => form.pasted.current?.focus())
  return (
    <>
      <Title>{title}</Title>
      <div className="usage-start">
        <form className="panel-box stack loose" onSubmit={form.submit}>
          <p>{t('An ordinary key cannot read what was spent. An admin key can.')}</p>
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
            <li>
              {t(
                'They create a key with “usage” rights only. An admin key can make and delete keys, but it calls no models.',
              )}
            </li>
            <li>{t('You paste it here. It goes into the vault.')}</li>
          </ol>
          <PasteField
            ref={form.pasted}
            onChange={isReadable => {
              form.setIsReadable(isReadable)
              form.save.clear()
            }}
          />
          <FailureNotice failure={form.save.failure} />
          <div className="cluster">
            <SaveKey form={form} />
            <Button className="link" onPress={() => guideMe('monitor-usage')}>
              {t('Show me usage on the platform instead')}
            </Button>
          </div>
        </form>
        <Sample />
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
