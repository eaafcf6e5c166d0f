/**
 * One age file for one key, and `secretspec.toml` that names it. A file of its own, because an age file can be extended by nobody who has
 * only the public key. Pure. Format: https://secretspec.dev/providers/age/ (read 22 November 2026).
 */

import { t } from '../../../../i18n/t.ts'
import { fail } from '../../../../protocol/failure.ts'
import { format } from '../../../copy/core/formats.ts'
import { plainWarnings } from './plain-env.ts'
import { type EncryptedPlan, fileChange, fileNameFor, type Order, openText, type Sealer } from './plan.ts'
import { readToml, tomlString } from './toml.ts'
import { setFields } from './toml-edit.ts'

export const specFile = 'secretspec.toml'

export async function planAgeFile(order: Order, sealer: Sealer): Promise<EncryptedPlan> {
  const { name } = order
  const line = format('env', name, order.secret)
  if (!line.ok) return line
  const file = fileNameFor(name, 'age')
  const sealed = await sealer.seal(`${line.text}\n`, order.recipients)
  if (!sealed.ok) return sealed
  const spec = openText(order, specFile)
  if ('ok' in spec) return spec
  const address = `age://${file}`
  const fields = { required: 'true', providers: `[${tomlString(address)}]` }
  const before =
    spec.text.trim() === ''
      ? {
          ...spec,
          text: `[project]\nname = ${tomlString(order.folder)}\nrevision = "1.0"\n\n[profiles.default]\n`,
        }
      : spec
  const path = ['profiles', 'default', name]
  const isDescribed = readToml(before.text)?.entries.some(
    ({ path: one }) => one.slice(0, 3).join('.') === path.join('.'),
  )
  const after = setFields(
    before,
    path,
    isDescribed ? fields : { description: tomlString(order.about), ...fields },
  )
  if (!after)
    return fail(
      'not_possible',
      t(
        '{file} is written in a way that Keyway does not change. Add {name} to it yourself, with providers = ["{address}"].',
        {
          file: specFile,
          name,
          address,
        },
      ),
    )
  return {
    ok: true,
    changes: [
      fileChange(order, specFile, after),
      fileChange(order, file, { mark: '', lineEnd: '\n', text: await sealer.armor(sealed.bytes) }),
    ],
    warnings: plainWarnings(order),
  }
}
