/** Does a text say of a key in it that it has ended: revoked, expired, struck through, the minus line of a change? For screens. Pure. */
import { candidate } from './key-forms.ts'

const ended =
  /(?<![\p{L}\p{N}_])(?:(?:revoked|expired|deactivated|disabled|deleted|invalidated|compromised|leaked|retired|obsolete|superseded|defunct|(?:was|been) (?:replaced|rotated)|no longer (?:in use|us(?:ed|able)|works?|working|valid|active|needed|accepted|exists?)|inactive|(?:old|dead) (?:[\p{L}\d-]+ )?(?:keys?|tokens?|one)|(?:is|now) dead|(?<=^[^\p{L}\p{N}]{0,9})old(?=[^\p{L}\p{N}]{0,9}$)|not this|do(?:n['’o]t| not) use(?=[^\p{L}]*$| (?:it|this|that|key|token|any ?more)(?!\p{L}))(?!.{0,40} (?:in|for|on|with|outside) )|widerrufen|abgelaufen|gelöscht|gesperrt|deaktiviert|ungültig|nicht (?:mehr|diese[nrs]?|verwenden|benutzen)|alte[rn]?|révoquée?|expirée?s?|désactivée?|supprimée?|pas celle|ancienne?|revocad[ao]|caducad[ao]|expirad[ao]|borrad[ao]|desactivad[ao]|est[ao] no|no us(?:es|ar)|viej[ao]|antigu[ao]|scadut[ao]|revocat[ao]|vecchi[ao])(?![\p{L}\p{N}_])|отозва|ист[её]к|удал|стар(?:ый|ая|ого|ую)|не этот|недейств)|已?(?:作废|失效|过期|吊销|撤销|删除|停用)|旧的|不要用|失効|無効|期限切れ|古い/iu
/** It is not so: `not leaked`, `must never be disabled`, `"expired": false`, `revoked: no`. */
const denied =
  /(?:(?<!\p{L})(?:not|never|cannot|without being|un)|n['’o]t)(?:[ -](?:yet|ever|be|been|being|get|become|actually|currently)){0,3}[ -](?:revoked|expired|deactivated|disabled|deleted|invalidated|compromised|leaked|retired|obsolete|superseded|defunct|inactive|replaced|rotated)(?!\p{L})|(?:revoked|expired|deactivated|disabled|deleted|invalidated|compromised|leaked|retired|obsolete|inactive)["'`]?\s{0,4}[:=]?\s{0,4}["'`]?(?:false|no|null|none|never|nein|0)(?![\p{L}\d-])/giu
/** Why there is another one. */
const reason = /(?<![\p{L}])(?:if|when|because|since|after|weil|porque|parce que|perch[eé]|потому)(?!\p{L})/iu
/** What has not happened; and what is said of the key that takes the place of an old one. */
const still =
  /(?<![\p{L}\p{N}_])(?:not (?:yet )?(?:revoked|expired|deleted|disabled)|never|will|soon|instead|until|replac(?:es|ing)|(?<!(?:was|been|is|got) )replaced|replaced (?:by|with)|new|neue?[rn]?|nicht (?:abgelaufen|widerrufen|gesperrt)|nouvel(?:le)?|nuev[ao]|nuov[ao]|новый|новая|нового|новую)(?![\p{L}\p{N}_])|新/iu
/** What a program prints of a change in files. */
export const isChange = (text: string): boolean => /^(?:diff --git |@@ -\d)/m.test(text)

/** Wherever the key stands in the text. */
export function isSaidToHaveEnded(text: string, key: string): boolean {
  const lines = text.split('\n').filter(line => line.includes(key))
  const isOfChange = isChange(text)
  return lines.length > 0 && lines.every(line => isEndedInLine(line, key, isOfChange))
}

/** @param isOfChange the line is one of a change: with a minus before it, it is gone */
export function isEndedInLine(line: string, key: string, isOfChange: boolean): boolean {
  const start = line.indexOf(key)
  if (start < 0) return false
  const behind = line.slice(start + key.length, start + key.length + 300)
  const ahead = line.slice(Math.max(0, start - 200), start)
  if (/(?:~~|<(?:s|del|strike)>)[\s`*"']*$/i.test(ahead) && /^[\s`*"']*(?:~~|<\/)/.test(behind)) return true
  if (isOfChange && line.startsWith('-')) return true
  // In its own clause, also before a bracket or in the cell beside it.
  const before =
    ahead
      .split(/[.,;!?]/)
      .at(-1)
      ?.split(/[|()[\]]/)
      .findLast(part => /\p{L}/u.test(part)) ?? ''
  const after = /^[\s`*"')\]|,(:#/–—-]*([^.,;!?|()]*)/u.exec(behind)?.[1] ?? ''
  // What runs on into another key is said of that one.
  const isOfAnother = after.search(candidate) >= 0
  // A comment begins with what it is about.
  const [, first = ''] = /^\s*(?:#|\/\/|;|--)\s*([^,.;:]*)/.exec(ahead) ?? []
  return [reason.test(before) ? '' : before, isOfAnother ? '' : after, first].some(
    part => ended.test(part.replace(denied, ' ')) && !still.test(part),
  )
}

/** Providers' keys whose length is known; without OpenAI's marker a key of a newer kind is a part of one. */
const shorter =
  /^(?:gsk_\w{0,51}|xai-[\w-]{0,79}|sk-or-v1-[\da-f]{0,63}|AIza[\w-]{0,34}|tgp_v1_[\w-]{0,42}|sk-ant-api\d+-[\w-]{0,85}|sk-(?:proj|svcacct|admin)-(?!.*T3BlbkFJ).*)$/

/** It may be a part of a key. Never a reason to refuse: a provider may change the length of its keys. */
export const isShorterThanKnown = (key: string): boolean => shorter.test(key)
