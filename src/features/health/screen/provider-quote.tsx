/** What a provider said, word for word: in English, whatever the tongue around it. */

export function Said({ words }: { words: string }) {
  return (
    <bdi lang="en" dir="ltr" translate="no">
      “{words}”
    </bdi>
  )
}
