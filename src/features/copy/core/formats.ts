/**
 * A key as each program wants it: bare, as a `.env` line, or as the command of a shell, quoted so that every character
 * arrives. Where a shell cannot hold a character for certain, it says so instead of guessing. Pure.
 */
import { t } from '../../../i18n/t.ts'

export type Format = 'bare' | 'env' | 'bash' | 'fish' | 'powershell' | 'powershell-user' | 'cmd' | 'cmd-user'

export type Formatted = { ok: true; text: string } | { ok: false; code: 'cannot_quote'; message: string }

export function isFormat(text: string): text is Format {
  return text === 'bare' || Object.hasOwn(writers, text)
}

/** @param name the environment variable, see variable-names.ts */
export function format(as: Format, name: string, secret: string): Formatted {
  // No shell takes a control character back out the way it went in; bare, a line break presses Enter where it is pasted.
  if (/\p{Cc}/u.test(secret)) return refuse(t('The key holds a line break or another control character.'))
  if (as === 'bare') return { ok: true, text: secret }
  return writers[as](name, secret)
}

const writers: Record<Exclude<Format, 'bare'>, (name: string, secret: string) => Formatted> = {
  env: dotEnv,
  bash: (name, secret) => text(`export ${name}='${secret.replaceAll("'", `'\\''`)}'`),
  fish: (name, secret) => text(`set -gx ${name} '${secret.replace(/[\\']/g, '\\$&')}'`),
  powershell: (name, secret) => text(`$env:${name} = ${powershellString(secret)}`),
  'powershell-user': (name, secret) =>
    text(`[Environment]::SetEnvironmentVariable('${name}', ${powershellString(secret)}, 'User')`),
  cmd: (name, secret) => (/["%!]/.test(secret) ? refuse(inCmd) : text(`set "${name}=${secret}"`)),
  'cmd-user': (name, secret) => {
    if (/["%!]/.test(secret)) return refuse(inCmd)
    if (secret.length > 1024) return refuse(t('setx cuts values off after 1,024 characters. Use PowerShell.'))
    // setx reads its arguments as C programs do: a backslash before the closing quote would swallow it.
    return text(`setx ${name} "${secret.replace(/(?<!\\)\\+$/, '$&$&')}"`)
  },
}

const inCmd = t('Command Prompt changes the characters ", % and !, and this key holds one. Use PowerShell.')

/** PowerShell ends a quoted string at curly single quotes too; any of them is meant literally when doubled. */
function powershellString(secret: string): string {
  return `'${secret.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}

/**
 * The readers of `.env` disagree on quotes and escapes, so only forms that Node, python-dotenv and a shell that sources
 * the file read alike: bare where nothing is special (Docker takes quotes as part of the value), else single quotes,
 * else double quotes.
 */
function dotEnv(name: string, secret: string): Formatted {
  if (/^[\w./+:@=,-]+$/.test(secret)) return text(`${name}=${secret}`)
  // Some readers put variables in for `$`, single quotes or not (dotenv-expand, python-dotenv).
  if (!/['\\$]/.test(secret)) return text(`${name}='${secret}'`)
  if (!/["\\$`]/.test(secret)) return text(`${name}="${secret}"`)
  return refuse(t('Programs that read .env files do not agree on how to quote this key.'))
}

function text(line: string): Formatted {
  return { ok: true, text: line }
}

function refuse(message: string): Formatted {
  return { ok: false, code: 'cannot_quote', message }
}
