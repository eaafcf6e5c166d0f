/** Adding a key: pasted from a provider, or a server on this computer. Popup and dashboard put their own frame around it. */
import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ask } from '../../../platform/screen/ask-permission.ts'
import { send } from '../../../platform/send.ts'
import type { AboutInput } from '../../../protocol/messages.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { providerIds } from '../../../providers/list.ts'
import { usualVariable } from '../../../providers/recognition/kept-services.ts'
import type { Recognised } from '../../../providers/verdict.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { cleanAbout } from '../../keys/core/about.ts'
import { KeyFields } from '../../keys/screen/key-fields.tsx'
import { isServiceSound } from '../../keys/screen/service-fields.tsx'
import { isAllowed } from '../../policy/core/policy.ts'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { firstServer, isServer, LocalServer, type Server } from './local-server.tsx'
import { type PastedKey, PasteField } from './paste-field.tsx'

/** @param first the server that the form begins with; a pasted key, when left out */
export function useNewKey(then: (id: string) => void, first: Server | null = null) {
  const pasted = useRef<PastedKey>(null)
  const serverKey = useRef<HTMLInputElement>(null)
  const [isReadable, setIsReadable] = useState(false)
  const [server, setServer] = useState<Server | null>(first)
  const [about, setAbout] = useState<AboutInput>({})
  const [isOther, setIsOther] = useState(false)
  const origin = server ? permissionFor({ ...server, baseUrl: server.baseUrl.trim() }) : undefined
  const usable = server ? origin !== null : isReadable && isServiceSound(about)
  const save = useAction(
    async (granted: Promise<boolean>) => {
      const key = server
        ? { text: serverKey.current?.value ?? '', provider: server.provider }
        : await pasted.current?.read()
      if (!key) return { ok: false as const, code: 'not_a_key', message: changed }
      const baseUrl = server?.baseUrl.trim()
      const saved = await send('screen.paste', {
        ...key,
        about: {
          ...cleanAbout(isOther ? withVariable(about) : withoutService(about)),
          ...(baseUrl && { baseUrl }),
        },
      })
      // Not awaited: the browser’s question may close the popup, and the server is saved by then.
      if (saved.ok)
        void granted.then(async given => {
          if (given) await send('screen.test', { id: saved.id })
        })
      return saved
    },
    reply => then(reply.id),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // In the same turn as the press: the browser asks for a permission only then.
    if (usable) void save.run(origin ? ask({ origins: [origin] }).catch(() => false) : Promise.resolve(false))
    return usable
  }
  return {
    pasted,
    serverKey,
    setIsReadable,
    server,
    setServer,
    about,
    setAbout,
    isOther,
    setIsOther,
    usable,
    save,
    submit,
  }
}

/** Programs look for it under some name; without the person's word, under the service's. */
const withVariable = ({ variable, ...about }: AboutInput): AboutInput => {
  const name = variable?.trim() || usualVariable(about.service ?? '')
  return name ? { ...about, variable: name.slice(0, 80) } : about
}

/** What was typed about another service does not apply to this key. */
const withoutService = ({ service: _, webPage: __, variable: ___, ...about }: AboutInput): AboutInput => about

const changed = t('The text has changed. Review it and save again.')

type Props = {
  form: ReturnType<typeof useNewKey>
  /** Between a pasted key and a server, by a link; otherwise the screen around it does that. */
  isSwitched?: boolean
}

export function NewKey({ form, isSwitched = true }: Props) {
  const { pasted, serverKey, server, setServer, about, save } = form
  const policy = usePolicy()
  const mayAddServer = providerIds.some(id => isServer(id) && isAllowed(id, policy))
  const read = (isReadable: boolean, seen?: Pick<Recognised, 'provider' | 'service'>) => {
    form.setIsReadable(isReadable)
    form.setIsOther(seen?.provider === 'other')
    // A changed text may be a key of another service.
    form.setAbout(now => (seen ? { ...now, ...seen.service } : withoutService(now)))
    save.clear()
  }
  const change = (to: Server | null) => {
    setServer(to)
    read(false)
  }
  return (
    <>
      {server ? (
        <LocalServer value={server} onChange={change} secret={serverKey} />
      ) : (
        <PasteField ref={pasted} onChange={read} />
      )}
      {(isSwitched || (server && !mayAddServer)) && (
        <p className="small">
          {mayAddServer || (server && isSwitched) ? (
            <button type="button" className="link" onClick={() => change(server ? null : firstServer())}>
              {server
                ? t('Paste a provider’s key instead')
                : t('Or add a server on this computer: Ollama, LM Studio, llama.cpp')}
            </button>
          ) : (
            <SetByOrganization>{t('no server on this computer')}</SetByOrganization>
          )}
        </p>
      )}
      <KeyFields about={about} onChange={form.setAbout} isOther={form.isOther} short />
      <FailureNotice failure={save.failure} />
    </>
  )
}

export function SaveKey({ form, wide = false }: { form: ReturnType<typeof useNewKey>; wide?: boolean }) {
  return (
    <button
      type="submit"
      className={wide ? 'button main wide' : 'button main'}
      data-keyway="commit"
      aria-disabled={!form.usable || form.save.busy}
    >
      {form.save.busy ? t('Saving…') : t('Save to the vault')}
    </button>
  )
}
