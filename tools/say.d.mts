/** Runs a command to its end and gives back what it printed; fails with all of it. */
export function run(
  command: string,
  args: string[],
  options?: { cwd?: string; env?: Record<string, string | undefined>; onLine?: (line: string) => void },
): Promise<string>
