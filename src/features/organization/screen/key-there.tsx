/** One key of the organization: all that is known of it, and what can be done to it at the platform, each by a press that says what it does. */
import { t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Modal } from '../../../ui/pieces/modal.tsx'
import { dollars } from '../../usage/core/prices.ts'
import { markWords } from '../core/key-marks.ts'
import { isWhole, type Organization } from '../core/organization.ts'
import type { OrganizationRow } from '../core/organization-rows.ts'
import { DeleteThere } from './delete-there.tsx'
import { KeyRights } from './key-rights.tsx'
import { callWords, usedWords } from './organization-key-row.tsx'
import { ProjectLimit } from './project-limit.tsx'

type Props = {
  row: OrganizationRow
  organization: Organization
  admin: KeyRow
  onChange: (how: (was: Organization) => Organization) => void
  onDeleted: (ids: string[]) => void
  onClose: () => void
}

const kinds = {
  user: t('A person’s key'),
  service: t('A service account’s key'),
  admin: t('Admin key'),
}

export function KeyThere({ row, organization, admin, onChange, onDeleted, onClose }: Props) {
  const { key, project, held, like, use, marks } = row
  const never = t('never')
  const at = (time: number | null | undefined) => (time === null ? never : time && moment(time))
  const facts: [string, string | false | 0 | undefined][] = [
    [t('Kind'), kinds[key.kind]],
    [t('Shown as'), key.redacted],
    [t('Tracking id'), key.id],
    [t('Project'), project],
    [t('Owner'), key.owner],
    [t('Created'), at(key.createdAt)],
    [t('Expires'), at(key.expiresAt)],
    [t('Last used'), usedWords(row)],
    [t('Last model call'), callWords(row, isWhole(organization, 'calls'))],
    [t('Cost in 30 days'), isWhole(organization, 'costs') && dollars(use?.dollars ?? 0)],
    [t('Models in 30 days'), use?.models.join(', ')],
    [t('Remarks'), marks.map(mark => markWords[mark]).join(', ')],
  ]
  return (
    <Modal title={key.name} onClose={onClose}>
      <dl className="facts" data-keyway="key-there">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {(held ?? like) && (
          <div>
            <dt>{held ? t('In this vault') : t('Perhaps in this vault')}</dt>
            <dd>
              <a href={`#keys/${(held ?? like)?.id}`}>{(held ?? like)?.label}</a>
            </dd>
          </div>
        )}
      </dl>
      <p className="small quiet">
        {t(
          'A test counts as use at OpenAI, so the last use may be Keyway’s. A model call is one that a model answered: tests are not among them.',
        )}
      </p>
      {key.isOld && (
        <Notice tone="needs">
          {t('Its project could not be read this time. This is from an earlier look.')}
        </Notice>
      )}
      <div className="key-there-acts">
        {key.project !== undefined && (
          <ProjectLimit
            project={key.project}
            name={project}
            organization={organization}
            admin={admin}
            onChange={onChange}
          />
        )}
        {key.project !== undefined && (
          <KeyRights shown={key} project={key.project} admin={admin} onChange={onChange} />
        )}
        {held && key.kind !== 'admin' && <a href={`#replace/${held.id}`}>{t('Replace it in one run')}</a>}
        <DeleteThere row={row} organization={organization} admin={admin} onDeleted={onDeleted} />
        <Button onPress={onClose}>{t('Close')}</Button>
      </div>
    </Modal>
  )
}
