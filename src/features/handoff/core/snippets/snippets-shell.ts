/**
 * The careful call in a shell, by curl and jq. The key reaches curl on its standard input: in its arguments every program on the computer
 * could read it. curl's own `--retry` has no jitter and tries again where the credit is used up, so the tries are written out. Pure.
 */
import type { Careful } from './snippet.ts'

export function shell({ name, model, prompt, price }: Careful): string {
  const body = JSON.stringify({ model, input: prompt, stream: true })
  return `#!/usr/bin/env bash
base=\${OPENAI_BASE_URL:-https://api.openai.com/v1}
began=$SECONDS
folder=$(mktemp -d) && trap 'rm -r "$folder"' EXIT
for try in 1 2 3 4 5; do
  : > "$folder/head"
  # printf is part of the shell, so the key stands in no list of programs.
  printf 'header = "Authorization: Bearer %s"\\n' "$${name}" |
    curl --config - --silent --show-error --no-buffer --connect-timeout 10 --speed-limit 1 --speed-time 60 \\
      --dump-header "$folder/head" --header 'Content-Type: application/json' \\
      --data ${inShell(body)} "$base/responses" |
    tee "$folder/said" |
    jq -Rj --unbuffered 'select(startswith("data: {"))[6:] | fromjson | select(.type == "response.output_text.delta").delta'
  status=$(sed -n 's/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p' "$folder/head" | tail -n 1)
  [ "$status" = 200 ] && break
  # No credit is a 429 too, and no pause fixes it.
  if [ "$try" = 5 ] || grep -q insufficient_quota "$folder/said" || [[ ! \${status:-500} =~ ^(408|409|429|5..)$ ]]; then
    echo "refused with \${status:-no answer}: $(head -c 300 "$folder/said")" >&2
    exit 1
  fi
  wait=$(sed -n 's/^[Rr]etry-[Aa]fter: *\\([0-9]*\\).*/\\1/p' "$folder/head" | tail -n 1)
  pause=$((RANDOM % (1000 * 2 ** (try - 1))))
  [ "$((\${wait:-0} * 1000))" -gt "$pause" ] && pause=$((wait * 1000))
  printf 'try %d failed, again in %d.%03d s\\n' "$try" "$((pause / 1000))" "$((pause % 1000))" >&2
  sleep "$((pause / 1000)).$(printf %03d "$((pause % 1000))")"
done
printf '\\n'
printf 'model=%s' ${inShell(model)} >&2
jq -Rr 'select(startswith("data: {"))[6:] | fromjson | select(.type == "response.completed").response.usage | "\\(.input_tokens) \\(.output_tokens)"' "$folder/said" |
  LC_ALL=C awk -v seconds="$((SECONDS - began))" '{ printf " seconds=%d tokens=%d+%d${
    price
      ? ` cost=$%.6f\\n", seconds, $1, $2, ($1 * ${price.input} + $2 * ${price.output}) / 1e6`
      : '\\n", seconds, $1, $2'
  } }' >&2`
}

const inShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
