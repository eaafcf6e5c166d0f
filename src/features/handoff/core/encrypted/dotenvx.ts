/**
 * One value in a `.env` that dotenvx encrypts: with the public key that stands in the file, everything else untouched. Pure.
 * Format: https://dotenvx.com and @dotenvx/primitives 3.3 (read 22 November 2026).
 */
import { t } from '../../../../i18n/t.ts'
import { fail } from '../../../../protocol/failure.ts'
import { setInDotEnv, valueIn } from '../dot-env.ts'
import { addRule, covers } from '../git-ignore.ts'
import { type EncryptedPlan, fileChange, type Order, openText, type Sealer } from './plan.ts'

export async function planDotenvx(order: Order, sealer: Sealer): Promise<EncryptedPlan> {
  const env = openText(order, '.env')
  if ('ok' in env) return env
  const ignored = openText(order, '.gitignore')
  if ('ok' in ignored) return ignored
  const publicKey = valueIn(env, 'DOTENV_PUBLIC_KEY')?.toLowerCase()
  if (publicKey === undefined)
    return fail(
      'not_possible',
      t('This .env has no DOTENV_PUBLIC_KEY yet. Run “dotenvx encrypt” in that folder once, then try again.'),
    )
  if (!/^0[23][0-9a-f]{64}$/.test(publicKey))
    return fail('bad_recipient', t('The DOTENV_PUBLIC_KEY in this .env is no public key of dotenvx.'))
  let value: string
  try {
    value = await sealer.sealForDotenvx(order.secret, publicKey)
  } catch {
    return fail('bad_recipient', t('The DOTENV_PUBLIC_KEY in this .env is no public key of dotenvx.'))
  }
  const set = setInDotEnv(env, order.name, value)
  if (!set.ok) return set
  const changes = [fileChange(order, '.env', set.file)]
  // The private key lies in .env.keys: it is the one file that must stay here.
  if (!covers(ignored, '.env.keys'))
    changes.unshift(fileChange(order, '.gitignore', addRule(ignored, '.env.keys')))
  const earlier = set.alsoOn
  return {
    ok: true,
    changes,
    warnings: [
      {
        code: 'their_recipients',
        message: t(
          'Keyway encrypts with the public key that this .env names: {key}. Whoever has its private key can read yours.',
          { key: `${publicKey.slice(0, 24)}…` },
        ),
      },
      ...(earlier.length === 0
        ? []
        : [
            {
              code: 'also_on' as const,
              message: t(
                '{name} is also set on line {lines}, perhaps in plain text. The last one counts; delete the others.',
                {
                  name: order.name,
                  lines: earlier.join(', '),
                },
              ),
            },
          ]),
    ],
  }
}
