/** The health service with the real world around it: the vault, alarms, the network, notifications. Call in the worker's first turn. */

import { clearAlarm, onAlarm, setAlarm } from '../../../platform/alarms.ts'
import { onOnline } from '../../../platform/lifecycle.ts'
import { granted } from '../../../platform/permissions.ts'
import { getSession, sessionItems } from '../../../platform/session.ts'
import { localItems } from '../../../platform/storage.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import { notify, onNotificationClicked, openPopup } from '../../../platform/toolbar.ts'
import { isFailure } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import type { RecordAbout } from '../../../vault/record.ts'
import { missing } from '../../lock/core/refusals.ts'
import type { VaultService } from '../../lock/worker/service.ts'
import { type PolicyReader, refuseProvider, tightenKey } from '../../policy/core/policy.ts'
import { readHealthNote } from './health-note.ts'
import { compose, pressed } from './notifications.ts'
import type { HealthPorts } from './ports.ts'
import { answerReader } from './read-answer-rules.ts'
import { readVerdictTexts } from './read-verdict-texts.ts'
import { createHealthService, healthAlarm } from './service.ts'

export function wireHealth(
  vault: VaultService,
  neighbours: Pick<HealthPorts, 'settings' | 'attention' | 'tell'> & {
    openGuide(guide: string, keyId?: string): unknown
  },
  policy: PolicyReader,
) {
  const service = createHealthService({
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    online: () => navigator.onLine,
    reader: answerReader,
    random: Math.random,
    after: (milliseconds, work) => void setTimeout(work, milliseconds),
    session: sessionItems,
    local: localItems,
    alarm: { set: setAlarm, clear: clearAlarm },
    permitted: origin => granted({ origins: [origin] }),
    vault: vaultForHealth(vault, policy),
    teller: async () => {
      const texts = await readVerdictTexts()
      return async notices => {
        const said = compose(notices, texts)
        if (said) await notify(said.id, said.title, said.message)
      }
    },
    ...neighbours,
  })
  onAlarm(healthAlarm, service.wake)
  onOnline(service.online)
  onNotificationClicked(id => {
    const press = pressed(id)
    if (press?.guide) neighbours.openGuide(press.guide, press.keyId)
    else if (press?.keyId) openOwnPage('dashboard', `#keys/${press.keyId}`)
    else if (press) openPopup()
  })
  let known = ''
  return {
    ...service,
    /** Looks what is due when keys came or went. */
    listed(rows: readonly KeyRow[]): void {
      const ids = rows.map(row => row.id).join()
      if (ids !== known) service.wake()
      known = ids
    },
  }
}

/** Not counted as use: a check must not keep the vault open. */
export function vaultForHealth(vault: VaultService, policy: PolicyReader): HealthPorts['vault'] {
  return {
    isOpen: async () => (await vault.status()) === 'unlocked',
    async abouts() {
      const rows = (await vault.status()) === 'unlocked' ? await vault.rows() : undefined
      const abouts: RecordAbout[] =
        rows ?? ((await getSession('watched')) ?? []).map(({ secret: _, ...about }) => about)
      return abouts.map(about => tightenKey(about, policy.known()))
    },
    async read(id) {
      const open = await vault.withVault(open => open.get(id))
      const record =
        open === undefined || isFailure(open)
          ? ((await getSession('watched'))?.find(one => one.id === id && one.secret) ?? open ?? missing)
          : open
      return isFailure(record) ? record : (refuseProvider(record, await policy.read()) ?? record)
    },
    save: (id, patch, history) =>
      vault.withVault(async open => {
        const about = await open.edit(id, patch, history(await open.history(id)))
        await vault.list({ [id]: about })
        vault.watchList.note(id, about)
        return about
      }),
    sealNote(note) {
      vault.watchList.note(note.id, note.about)
      return vault.sealNote(note)
    },
    notes: work =>
      vault.withVault(open =>
        open.notes(sealed =>
          work(
            sealed.map(({ value }) => readHealthNote(value, Date.now())).filter(note => note !== undefined),
          ),
        ),
      ),
  }
}
