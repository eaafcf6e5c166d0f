/** The forms that tell a key from what is none: hidden, cut off, an example, an address. Told of a text without blanks around it. */

/** A text with the prefix of a key, anywhere in another one. */
export const candidate =
  /(?<![A-Za-z0-9_-])(?:sk-lm-\w{6,}:\w{10,}|sk-[A-Za-z0-9_-]+|sess-[A-Za-z0-9]{8,}|gsk_[A-Za-z0-9]+|xai-[A-Za-z0-9_-]+|AIza[A-Za-z0-9_-]{8,}|AQ\.[A-Za-z0-9_-]{8,}|tgp_v1_[A-Za-z0-9_-]+|(?:(?:hf|api_org|r8|fw|lsv2)_|pplx-|nvapi-)[\w-]{20,}|eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)*)/g
export const prefixOnly =
  /^(?:sk-(?:(?:proj|svcacct|admin|None|service|ant|or)-?(?:(?:api\d*|admin\d*|v1)-?)?)?|sess-|gsk_|xai-|AIza|AQ\.|tgp_v1_)$/
export const maskedForm = /(?:^|[\s"'`=:(])[\w.-]*(?:\*{2,}|[•●∙·⋅◦]{2,}|…|\.{2,}|_{6,})[\w-]*/
export const cutForm = /^(?:sk-|gsk_|xai-|AIza|AQ\.)[\w-]{6,}(?:\.{2,}|…)$/
const placeholderForm =
  /\b(?:your|my)[\s_-]*(?:[a-z]+[\s_-]+){0,3}[a-z]*(?:key|token|secret)|<[^>]{0,40}(?:key|token|secret)[^>]{0,40}>|(?:key|token)[\s_-]*(?:goes[\s_-]*)?here|\b(?:replace|change)[\s_-]*(?:me|this|with)|\bchangeme\b|\bplaceholder\b|\b(?:insert|paste|put|enter|add)[\s_-]+(?:[a-z]+[\s_-]+){0,2}key|[${]\{?\{?\s*\w*(?:key|token)\w*|process\.env|os\.(?:environ|getenv)|^%\w+%$|^(?:OPENAI|\w+)_API_KEY$/i
export const addressForm = /^(?:[a-z][a-z+.-]*:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+\/\S*$/i

/** Only the beginning of a key. */
export function isCut(key: string): boolean {
  const halves = /^sk-(?:proj-|svcacct-|admin-|None-)([\w-]*?)T3BlbkFJ([\w-]*)$/.exec(key)
  if (halves) return (halves[2] ?? '').length < (halves[1] ?? '').length
  return (
    key.replace(/^(?:sk-(?:proj|svcacct|admin|None|ant(?:-\w+)?|or-v1)-|sk-|gsk_|xai-|AIza|AQ\.|sess-)/, '')
      .length < 8
  )
}

/** @param bare the text without the quotes around it */
export const isPlaceholder = (clean: string, bare = clean): boolean =>
  (clean.split(/\s+/).length < 5 && placeholderForm.test(clean)) ||
  /^(?:sk-(?:\.{2,}|…|x+|X+)|x{3,}|X{3,})$/.test(bare)

/** A form that one provider alone gives its keys, whole: nobody who passes requests on makes such keys. Google's are left out, because they open its maps as well. */
export function isWholeForm(key: string): boolean {
  const halves = /^sk-(?:proj-|svcacct-|admin-|None-)?([\w-]{16,}?)T3BlbkFJ([\w-]+)$/.exec(key)
  return halves
    ? halves[1]?.length === halves[2]?.length
    : /^(?:sk-ant-[\w-]{80,}AA|gsk_\w{52}|xai-\w{80}|sk-or-v1-[\da-f]{64}|tgp_v1_[\w-]{43}|sk-lm-\w{8}:\w{20})$/.test(
        key,
      )
}
