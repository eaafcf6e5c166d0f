/** An environment, told by the tag's form: production is solid, staging outlined, development and what is unknown dotted. */

/** The usual names in the usual tongues' short forms; what a person calls otherwise is drawn as an ordinary outline. */
const forms: [RegExp, string][] = [
  [/^prod/i, 'solid'],
  [/^(?:dev|local|test)/i, 'dotted'],
]

export function EnvironmentTag({ name }: { name: string }) {
  const form = forms.find(([pattern]) => pattern.test(name))?.[1] ?? 'outlined'
  return (
    <span className={`environment ${form}`} title={name}>
      {name}
    </span>
  )
}
