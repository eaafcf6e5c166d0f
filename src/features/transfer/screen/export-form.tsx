/**
 * Keys as an ordinary age file. They are pulled one after another, sealed at once under the file's own passphrase, and dropped.
 * A plain .env file is the other way out, with its warning.
 */

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import NewPassphrase, { type ChosenPassphrase } from '../../lock/screen/new-passphrase.tsx'
import { useProven } from '../../lock/screen/proof.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { type BackupKey, writeBackup } from '../core/backup-format.ts'
import { asEnvFile, sealBackup } from './backup-file.ts'

type Way = 'age' | 'env'
type Props = {
  keys: KeyRow[]
  /** All keys of the vault: then it counts as a backup. */
  isWhole: boolean
  onSaved: (said: string[]) => void
  onClose: () => void
}

export function ExportForm({ keys, isWhole, onSaved, onClose }: Props) {
  const [chosen, setWay] = useState<Way>('age')
  const mayBePlain = usePolicy().plaintextExport !== false
  const way = mayBePlain ? chosen : 'age'
  const passphrase = useRef<ChosenPassphrase>(null)
  const [good, setGood] = useState(false)
  // Who leaves while the file is being made gets none.
  const hasLeft = useRef(false)
  useEffect(
    () => () => {
      hasLeft.current = true
    },
    [],
  )
  const save = useProven(
    () => exportKeys(keys, way, passphrase.current?.read() ?? '', isWhole, () => hasLeft.current),
    ({ problems }) => {
      if (hasLeft.current) return
      onSaved([
        way === 'age'
          ? t(
              'The browser has the file. See that it is in your downloads, and keep it on another device. Keyway or the “age” tool opens it with this passphrase.',
            )
          : t(
              'The browser has the file, in plain text. Move it where it belongs and delete it from your downloads.',
            ),
        ...problems,
      ])
    },
    isWhole
      ? t('Every key is about to leave the vault in a file.')
      : plural(
          {
            one: '{count} key is about to leave the vault in a file.',
            other: '{count} keys are about to leave the vault in a file.',
          },
          keys.length,
        ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (way === 'env' || good) void save.run()
  }
  return (
    <>
      <form className="stack narrow" onSubmit={submit}>
        <SelectField
          label={t('As')}
          value={way}
          options={[
            ['age', t('Encrypted file (.age)')],
            ...(mayBePlain ? [['env', t('Plain .env file, readable by anybody')] as [Way, string]] : []),
          ]}
          onChoose={setWay}
        />
        {!mayBePlain && <SetByOrganization>{t('encrypted files only')}</SetByOrganization>}
        {way === 'age' ? (
          <>
            <p className="quiet">{t('The file has its own passphrase: the vault’s or another.')}</p>
            <NewPassphrase ref={passphrase} onGood={setGood} />
          </>
        ) : (
          <Notice tone="rejected">
            {t('Whoever sees this file has all your keys. Names, notes and history are left out.')}
          </Notice>
        )}
        <div className="cluster">
          <button
            type="submit"
            className={way === 'env' ? 'button danger' : 'button main'}
            data-keyway="export"
            aria-disabled={save.busy || (way === 'age' && !good)}
          >
            {save.busy
              ? t('Sealing…')
              : plural({ one: 'Save the key', other: 'Save {count} keys' }, keys.length)}
          </button>
          <Button className="button plain" onPress={onClose}>
            {t('Not now')}
          </Button>
        </div>
      </form>
      {save.dialog}
      <FailureNotice failure={save.failure} />
    </>
  )
}

type Outcome = { ok: true; problems: string[] } | Failure

async function exportKeys(
  rows: KeyRow[],
  way: Way,
  passphrase: string,
  isWhole: boolean,
  hasLeft: () => boolean,
): Promise<Outcome> {
  const nothing: Outcome = { ok: true, problems: [] }
  const keys: BackupKey[] = []
  for (const row of rows) {
    if (hasLeft()) return nothing
    const pulled = await send('screen.pull', { id: row.id, reason: way === 'env' ? 'plain' : 'export' })
    if (!pulled.ok) return pulled
    const history = way === 'age' ? await send('screen.history', { id: row.id }) : undefined
    const { verdict: _, ...about } = row
    keys.push({
      ...about,
      secret: pulled.secret,
      ...(history?.ok && history.entries.length > 0 && { history: history.entries }),
    })
  }
  const now = Date.now()
  const day = new Date(now).toISOString().slice(0, 10)
  if (way === 'env') {
    const { text, problems } = asEnvFile(keys)
    if (hasLeft()) return nothing
    saveFile(`keyway-${day}.env`, text)
    return { ok: true, problems }
  }
  const sealed = await sealBackup(writeBackup(keys, now), passphrase)
  if (hasLeft()) return nothing
  saveFile(`keyway-${day}.age`, sealed)
  // A file of some keys is no backup of the vault.
  if (isWhole) await send('screen.backedUp', {})
  return { ok: true, problems: [] }
}
