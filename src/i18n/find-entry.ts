/** A table asked by a name from outside: what every object has (`constructor`, `__proto__`) is not in it. Pure. */
export const findEntry = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
