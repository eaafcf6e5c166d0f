/** What a person calls each form in which a key can be copied. Apart from formats.ts: the worker needs no names. */
import { t } from '../../../i18n/t.ts'
import type { Format } from './formats.ts'

export const formatNames: Record<Format, string> = {
  bare: t('Just the key'),
  env: t('.env line'),
  bash: t('bash and zsh'),
  fish: 'fish',
  powershell: t('PowerShell, this window'),
  'powershell-user': t('PowerShell, from now on'),
  cmd: t('Command Prompt, this window'),
  'cmd-user': t('Command Prompt, from now on'),
}
