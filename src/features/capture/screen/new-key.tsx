/** Adding a key: pasted from a provider, or a server on this computer. Popup and dashboard put their own frame around it. */
import { type FormEvent, type Ref, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ask } from '../../../platform/permissions.ts'
import { send } from '../../../platform/send.ts'
import type { AboutInput } from '../../../protocol/messages.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { cleanAbout } from '../../keys/core/about.ts'
import { KeyFields } from '../../keys/screen/key-fields.tsx'
import { firstServer, isServer, LocalServer } from './local-server.tsx'
import { type Pasted, PasteField, type Read } from './paste-field.tsx'

const nothing: Pasted = { text: '' }

export function useNewKey(then: (id: string) => void) {
  const [pasted, setPasted] = useState(nothing)
  const [read, setRead] = useState<Read | null>(null)
  const [about, setAbout] = useState<AboutInput>({})
  const { provider } = pasted
  const origin = isServer(provider) ? permissionFor({ ...pasted, provider }) : undefined
  const usable = isServer(provider) ? origin !== null : read !== null
  const save = useAction(
    async (granted: Promise<boolean>) => {
      const { baseUrl, ...typed } = pasted
      const key = isServer(provider) || !read ? typed : { text: read.key, provider: read.provider }
      const said = { ...cleanAbout(about), ...(baseUrl?.trim() && { baseUrl: baseUrl.trim() }) }
      const saved = await send('screen.paste', { ...key, about: said })
      // Not waited for: the browser's question may close the popup, and the server is kept by then.
      if (saved.ok)
        void granted.then(async given => {
          if (given) await send('screen.test', { id: saved.id })
        })
      return saved
    },
    reply => {
      setPasted(nothing)
      then(reply.id)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // In the press's own turn: the browser asks only then.
    if (usable) void save.run(origin ? ask({ origins: [origin] }).catch(() => false) : Promise.resolve(false))
    return usable
  }
  return { pasted, setPasted, setRead, about, setAbout, usable, save, submit }
}

type Props = { form: ReturnType<typeof useNewKey>; short?: boolean; ref?: Ref<HTMLTextAreaElement> }

export function NewKey({ form, short, ref }: Props) {
  const { pasted, about, save } = form
  const { provider } = pasted
  const change = (value: Pasted) => {
    form.setPasted(value)
    save.clear()
  }
  return (
    <>
      {isServer(provider) ? (
        <LocalServer value={{ ...pasted, provider }} onChange={change} />
      ) : (
        <PasteField {...(ref && { ref })} value={pasted} onChange={change} onRead={form.setRead} />
      )}
      <p className="small">
        <button
          type="button"
          className="link"
          onClick={() => change(isServer(provider) ? nothing : firstServer())}
        >
          {isServer(provider)
            ? t('Paste a provider’s key instead')
            : t('Or add a server on this computer: Ollama, LM Studio, llama.cpp')}
        </button>
      </p>
      <KeyFields about={about} onChange={form.setAbout} {...(short && { short })} />
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
