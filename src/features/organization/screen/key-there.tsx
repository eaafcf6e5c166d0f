/** One key of the organization: all that is known of it, and what can be done to it at the platform, each by a press that says what it does. */
import { t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Modal } from '../../../ui/pieces/modal.tsx'
import { dollars } from '../../usage/core/prices.ts'
import { share } from '../../usage/screen/usage-table.tsx'
import { isMinor, markWords } from '../core/key-marks.ts'
import { isWhole, type Organization } from '../core/organization.ts'
import type { OrganizationRow } from '../core/organization-rows.ts'
import { DeleteThere } from './delete-there.tsx'
import { expiryWords, KeyExpiry } from './key-expiry.tsx'
import { KeyPermissions } from './key-permissions.tsx'
import { callWords, usedWords } from './organization-key-row.tsx'
import { ProjectLimit } from './project-limit.tsx'

type Props = {
  row: OrganizationRow
  organization: Organization
  admin: KeyRow
  /** By the platform's clock. */
  now: number
  onChange: (how: (was: Organization) => Organization) => void
  onDeleted: (ids: string[], account?: string) => void
  onClose: () => void
}

const kinds = {
  user: t('A person’s key'),
  service: t('A service account’s key'),
  admin: t('Admin key'),
}

export function KeyThere({ row, organization, admin, now, onChange, onDeleted, onClose }: Props) {
  const { key, project, held, like, use, marks } = row
  const rights = key.project !== undefined && { shown: key, project: key.project, admin, onChange }
  // The platform changes none that has expired (reference of the API keys of a project, 2026-11).
  const hasExpired = typeof key.expiresAt === 'number' && key.expiresAt <= now
  const ofAll = row.share === undefined ? '' : ` (${share.format(row.share)})`
  const facts: [string, string | false | 0 | undefined][] = [
    [t('Kind'), kinds[key.kind]],
    [t('Project'), project],
    [t('Owner'), key.isOwnerGone ? `${key.owner ?? ''} · ${markWords.ownerGone}` : key.owner],
    [t('Created'), key.createdAt && moment(key.createdAt)],
    [t('Expires'), (!rights || hasExpired) && expiryWords(key)],
    [t('Last used'), usedWords(row, now)],
    [t('Last model call'), callWords(row, isWhole(organization, 'calls'))],
    [t('Cost in 30 days'), isWhole(organization, 'costs') && dollars(use?.dollars ?? 0) + ofAll],
    [t('Models in 30 days'), use?.models.join(', ')],
    [t('Tracking id'), key.id],
  ]
  return (
    <Modal title={key.name} onClose={onClose}>
      <div className="cluster">
        <span className="mono small quiet" translate="no">
          {key.redacted}
        </span>
        {marks.map(mark => (
          <span key={mark} className={`tag ${isMinor(mark) ? '' : 'tone-needs'}`}>
            {markWords[mark]}
          </span>
        ))}
      </div>
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
        <Notice tone="needs">{t('It could not be read this time. This is from an earlier look.')}</Notice>
      )}
      <div className="acts-there">
        {rights && (
          <>
            <ProjectLimit
              project={rights.project}
              name={project}
              organization={organization}
              admin={admin}
              onChange={onChange}
            />
            {hasExpired ? (
              <p className="act-there quiet">
                {t('This key has expired. Its date and its permissions cannot be changed any more.')}
              </p>
            ) : (
              <>
                <KeyExpiry {...rights} />
                <KeyPermissions {...rights} />
              </>
            )}
          </>
        )}
        {held && rights && (
          <section className="act-there act-there-head" aria-label={t('Replacement')}>
            <div className="line-words">
              <span className="line-title">{t('Replacement')}</span>
              <span className="small quiet">
                {t('Step by step. You can undo it until the old key is deleted.')}
              </span>
            </div>
            <a className="button" href={`#replace/${held.id}`}>
              {t('Replace it…')}
            </a>
          </section>
        )}
        <DeleteThere row={row} organization={organization} admin={admin} onDeleted={onDeleted} />
      </div>
      <div className="modal-end">
        <Button onPress={onClose}>{t('Close')}</Button>
      </div>
    </Modal>
  )
}
