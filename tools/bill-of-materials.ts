/**
 * What is in the package, as CycloneDX says it: the packages that the build has put in, with the bytes that the lockfile pins and who needs
 * whom. The same at any time and place. Not npm's own list: that leaves out what a package for building asks for too, React among it.
 */

/** As Vite writes them at the build (`build.license`). */
export type Shipped = { name: string; version: string; identifier?: string | null }

type Locked = {
  version?: string
  integrity?: string
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}
export type Lockfile = { name: string; version: string; packages: Record<string, Locked> }

/** @returns a document of CycloneDX 1.5 */
export function billOfMaterials(shipped: readonly Shipped[], lock: Lockfile) {
  const parts = [...new Map(shipped.map(part => [refOf(part), part])).values()].toSorted((a, b) =>
    refOf(a) < refOf(b) ? -1 : 1,
  )
  const needed = (locked: Locked) =>
    parts.filter(({ name }) => name in { ...locked.dependencies, ...locked.peerDependencies }).map(refOf)
  const own = { name: 'keyway', version: lock.version }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: { 'bom-ref': refOf(own), type: 'application', ...own },
    },
    components: parts.map(part => ({
      'bom-ref': refOf(part),
      type: 'library',
      name: part.name,
      version: part.version,
      purl: `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`,
      hashes: hashesOf(lockedOf(lock, part).integrity ?? ''),
      ...(part.identifier && { licenses: [{ license: { id: part.identifier } }] }),
    })),
    dependencies: [
      { ref: refOf(own), dependsOn: needed(lock.packages[''] ?? {}) },
      ...parts.map(part => ({ ref: refOf(part), dependsOn: needed(lockedOf(lock, part)) })),
    ],
  }
}

const refOf = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`

function lockedOf(lock: Lockfile, { name, version }: Shipped): Locked {
  const found = Object.entries(lock.packages).find(
    ([path, locked]) => path.endsWith(`node_modules/${name}`) && locked.version === version,
  )
  if (!found) throw new Error(`The lockfile has no ${name} ${version}, but the build has put it in.`)
  return found[1]
}

/** npm writes them in base64, CycloneDX wants them as hexadecimal digits. */
const hashesOf = (integrity: string) =>
  integrity
    .split(/\s+/)
    .filter(one => one.startsWith('sha512-'))
    .map(one => ({ alg: 'SHA-512', content: Buffer.from(one.slice(7), 'base64').toString('hex') }))
