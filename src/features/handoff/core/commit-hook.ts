/**
 * A hook that git runs before a commit: it stops one that adds a key. It knows your own keys by a salted hash, never by their value,
 * and says their names; anything else that looks like a key it stops too. A hook that is there already is kept, and runs after it. Plain
 * sh, with what git and every system bring along. Pure.
 */
import { digestOf } from '../../copy/core/digest.ts'
import { scanShapes } from './scan-shapes.ts'

/** Leaves only letters, digits, blanks and `._-` of a name, because it is written into a script. */
function plainName(label: string): string {
  return (
    label
      .replace(/[^\p{L}\p{N} ._-]/gu, '')
      .slice(0, 40)
      .trim() || 'a key'
  )
}

export async function hashedLine(secret: string, label: string, salt: string): Promise<string> {
  return `${await digestOf(secret, salt)} ${plainName(label)}`
}

/** @param lines from `hashedLine`, all with the same salt. @returns what a terminal takes: it writes the hook and makes it run */
export function commitHook(lines: string[], salt: string): string {
  const shapes = scanShapes
    .map(({ pattern, name }) =>
      name === undefined ? pattern : `${name}[\\"']?[ ]*[:=][ ]*[\\"']?${pattern}`,
    )
    .join('|')
  return `hooks=$(git rev-parse --git-path hooks) && mkdir -p "$hooks"
if [ -e "$hooks/pre-commit" ] && ! grep -q '^# Keyway' "$hooks/pre-commit"; then
  mv "$hooks/pre-commit" "$hooks/pre-commit.before-keyway"
fi
cat > "$hooks/pre-commit" <<'KEYWAY'
#!/bin/sh
# Keyway: stops a commit that adds a key. Your own keys stand here as salted hashes.
before=$(dirname "$0")/pre-commit.before-keyway
salt=${salt}
known='${lines.join('\n')}'
sum() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }
found=$(git diff --cached --unified=0 --no-color --no-ext-diff --no-textconv --text | LC_ALL=C tr -d '\\000' \\
  | LC_ALL=C awk '/^diff /{head=1} /^@@/{head=0} !head && /^[+]/' \\
  | LC_ALL=C grep -aoE "(^|[^A-Za-z0-9_-])(${shapes})" | sed 's/^[^A-Za-z0-9]//; s/.*[:=][ ]*//' | tr -d "\\"'" | sort -u)
if [ -z "$found" ]; then
  [ -x "$before" ] || exit 0
  exec "$before" "$@"
fi
printf '%s\\n' "$found" | while IFS= read -r key; do
  name=$(printf '%s\\n' "$known" | grep "^$(printf '%s%s' "$salt" "$key" | sum | cut -c1-64) " | cut -c66-)
  echo "This commit adds \${name:-what looks like a key}: $(printf %s "$key" | cut -c1-7)…" >&2
done
echo 'Take it out, or commit with --no-verify if it is none.' >&2
exit 1
KEYWAY
chmod +x "$hooks/pre-commit"`
}
