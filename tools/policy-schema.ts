/**
 * Writes the schema of the organization's policies (`policy.json`, named in the manifest), without which the browser hands out none.
 * It says only of what type each is: the browser silently drops what does not fit, and Keyway has more to say of a value.
 */
import { resolve } from 'node:path'
import { type Plugin, runnerImport } from 'vite'

/** What is read of a valibot schema. */
type Field = { type: string; wrapped?: Field; item?: Field; entries?: Record<string, Field> }

function typeOf({ type, wrapped, item, entries }: Field): object {
  if (wrapped) return typeOf(wrapped)
  if (item) return { type: 'array', items: typeOf(item) }
  if (entries) return { type: 'object', properties: propertiesOf(entries) }
  return { type: type === 'number' ? 'integer' : type }
}

const propertiesOf = (fields: Record<string, Field>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, typeOf(field)]))

export async function policySchema(): Promise<object> {
  const file = resolve(import.meta.dirname, '../src/features/policy/core/policies.ts')
  const { module } = await runnerImport<{ policies: Record<string, Field> }>(file, {
    configFile: false,
    logLevel: 'error',
  })
  return { type: 'object', properties: propertiesOf(module.policies) }
}

export function withPolicySchema(): Plugin {
  return {
    name: 'keyway:policy-schema',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'policy.json', source: JSON.stringify(await policySchema()) })
    },
  }
}
