/** What a text is searched by: folded words without endings. Pure. */

/** Words of every question that tell nothing about what is asked. */
const stopWords = new Set(
  `a about actually after ai all am an and any are as ask at be because been before but by can could did do does done dont each
  even ever every for from had has have he hello help her here hi his how i if ill im in is it its ive just let like me my myself need now of
  most on one openai or our own please pls should so some still such than thank thanks that the their them then there
  these they thing this those though through to too try trying u us very want wanted was we well were what whats when where which
  while who why will with would yet you your s t re ve ll`.split(/\s+/),
)

/** “api key” in one word or two, “e-mail”, a sum of money: written in many ways, found as one. */
const spellings: readonly [RegExp, string][] = [
  [/['’`´]/g, ''],
  [/\bmake sure\b/g, 'ensure'],
  [/\b(?:get(?:ting)? rid of|throw(?:ing)? away)\b/g, 'delete'],
  [/\b(?:no|not|dont|never|without) (?:\w+ )?(?:use|need)(?: \w+){0,2} any ?more\b/g, 'unused'],
  [/\bno longer\b/g, 'not'],
  [/\bend(?:s|ed|ing)? up\b/g, ' '],
  [/\b(?:run(?:s|ning)?|ran) out\b/g, 'runout'],
  [/\be[- ]mail/g, 'email'],
  // Whoever wants to be told of something wants an alert, by whatever way.
  [
    /\b(?:e?mail|tell|warn|notify|message|text|ping|remind|inform|alert) (?:me|us) (?=when|before|if|once|as soon)/g,
    'alert ',
  ],
  [
    /\b(?:get|receive|send me|want) an? (?:e?mail|message|notification|sms|note|warning) (?=when|before|if|once|as soon)/g,
    'alert ',
  ],
  [/\bapi[ -]?(?=keys?\b)/g, ''],
  [/\bopen[ -]ai\b/g, 'openai'],
  [/\bchat[ -]gpt\b/g, 'chatgpt'],
  [/\bgit[ -]hub\b/g, 'github'],
  // A name and no sentence: “make.com” is not about making. Whoever names a site has a program there; addresses are no names.
  [/(?<![@/.\w-])(?!openai|github|google)([a-z0-9-]+)\.(com|ai|dev|new|io|app|so)\b(?!\.)/g, '$1$2 app'],
  [/\b(?:cant|cannot|doesnt|didnt|isnt|wont|arent|havent|hasnt)\b/g, 'not'],
  [/\b(?:used|using)\b/g, 'use'],
  [/\bcancell/g, 'cancel'],
  [/[$€£¥]/g, ' dollar '],
  // How old somebody is, and not that something is old.
  [/\b\d{1,2}[ -]?(?:years?|yrs?|y\/?o)\b(?:[ -]olds?\b)?/g, ' age '],
]

/** Two words, or one: found as one. Their parts are kept for whoever mistypes one of them. */
const joined: readonly [RegExp, string][] = [
  // Asked before anything is made: else only “key” would be left of it.
  [/\bdo (?:i|you|we)(?: even| really)? need (?:a |an |any )?(?:api |openai )*key\b/g, 'needkey'],
  // Whether one may do a thing is a question about rules; that it was "not allowed" is said by an error.
  [/\b(?:is it|am i|are we|is that|is this) (?:not )?(?:allowed|permitted)\b/g, 'mayone'],
  [/\bwhat (?:is|am i|are we) (?:not )?(?:allowed|permitted)\b/g, 'mayone'],
  [/\bsign(?:ed|ing)?[ -]?up\b/g, 'signup'],
  [/\b(?:sign|log)(?:ged|ed|ging|ing)?[ -]?(?:in|on)\b/g, 'login'],
  [/\b(?:2|two)[ -]?(?:fa|factors?|steps?)\b/g, '2fa'],
  [/\bmulti[ -]?factor\b/g, 'mfa'],
  // “No credit” is another trouble than “no credit card”.
  [/\bcredit[ -]?card/g, 'creditcard'],
  [/\bread[ -]only\b/g, 'readonly'],
  [/\bservice[ -]account/g, 'serviceaccount'],
]

/** A key, a token of a session, a hash: nothing to search by, and nothing that should be kept as a word. */
const secretLike = /\b(?:sk|gsk|xai)-[\w*.…+/=-]{12,}|(?<![\w+/=])(?=[\w+/=]*\d)[\w+/=]{33,}/g

const replaceAll = (text: string, table: readonly [RegExp, string][]) =>
  table.reduce((left, [from, to]) => left.replace(from, to), text)

/** One spelling per letter and per word; camelCase and snake_case fall apart into their words. */
function foldText(text: string): string {
  const plain = text
    .replace(secretLike, ' ')
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  return replaceAll(plain, spellings)
}

function tellingWords(folded: string): string[] {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter(
    word => !(stopWords.has(word) || stopWords.has(word.replace(/(?<=[a-z]{2})s$/, ''))),
  )
  return telling.length > 0 ? telling : words
}

/** The words of a text in their order. A text of nothing but small words keeps them. */
export const wordsOf = (text: string): string[] => tellingWords(replaceAll(foldText(text), joined))

/** The words that two of `wordsOf` were joined from: “two”, “factor”. */
export function partsOf(text: string): string[] {
  const whole = new Set(wordsOf(text))
  return tellingWords(foldText(text)).filter(word => !whole.has(word))
}

const endings: readonly [RegExp, string][] = [
  [/(?<=[a-z]{2})ied$/, 'y'],
  [/ies$/, 'y'],
  [/(?<=ss|sh|ch|x)es$/, ''],
  [/(?<![sui])s$/, ''],
  [/(?<=[a-z]{3})ly$/, ''],
  [/(?<=[a-z]{3})ment$/, ''],
  [/is(?=(?:ation|ed|e|ing)$)/, 'iz'],
  [/ication$/, 'y'],
  [/(?<=[a-z]{3})(?:ation|ing|(?<!e)ed|ion)$/, ''],
  [/(?<=[a-z]{3})e$/, ''],
  [/(?<=[a-z]{3})at$/, ''],
  [/(?<=[a-z]{2})([bdgmnprt])\1$/, '$1'],
]

/**
 * Takes an English word's endings off, alike for what is written and for what is looked for; the stem need not be a word.
 * Porter's algorithm does more: `rotate`, `rotation` and `rotating` meet here, and that is enough for short phrases.
 */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word
  const stemmed = endings.reduce((left, [ending, put]) => left.replace(ending, put), word)
  return stemmed.length < 2 ? word : stemmed
}
