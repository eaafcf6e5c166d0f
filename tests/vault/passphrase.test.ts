/** Which passphrases are refused because a guesser tries them first, and that what is random is taken. */
import { describe, expect, it, test } from 'vitest'
import { judgePassphrase } from '../../src/vault/passphrase.ts'
import { isTooLittle } from '../../src/vault/passphrase-least.ts'
import { pickWords } from '../../src/vault/passphrase-words.ts'
import { runs } from '../runs.ts'
import { seededRandom } from './helpers.ts'

const bases = [
  'Summer',
  'Winter',
  'Password',
  'Welcome',
  'Football',
  'Liverpool',
  'Princess',
  'Dragon',
  'Michael',
  'Monday',
  'Sunshine',
  'Superman',
]
const leet = (text: string) =>
  text.replace(/a/g, '@').replace(/o/g, '0').replace(/e/g, '3').replace(/i/g, '1').replace(/s/g, '$')

/** What people make of a word when fifteen characters are asked for. */
const habits: Record<string, (word: string) => string> = {
  'twice with a year': word => `${word}2026!${word}2026!`,
  'twice with a blank': word => `${leet(word)} ${leet(word)} ${word}`,
  'with a year and more': word => `${word}${word}2026!!`,
  'with digits in order': word => `${word}123456789`,
  'with the keyboard': word => `${word}Qwertyuiop1`,
  'three years': word => `${word}202420252026`,
  'in signs, thrice': word => `${leet(word)}-${leet(word)}-${leet(word)}`,
  'with a date': word => `my${word}24.12.1999`,
  'many marks': word => `${word}!!!!!!!!!!!!`,
  'backwards and forwards': word => `${word.toLowerCase()}${[...word.toLowerCase()].reverse().join('')}1234`,
  'with two common ones': word => `i love ${word} 2026`,
  'and its season': word => `Spring${word}2025$`,
}

const lines = [
  ...[
    'to be or not to be that is the question',
    'To be, or not to be: that is the question!',
    'ToBeOrNotToBeThatIsTheQuestion',
  ],
  ...[
    't0 b3 0r n0t t0 b3 th@t 1s th3 qu3st10n',
    'TO BE OR NOT TO BE 2026',
    'correct horse battery staple',
    'CorrectHorseBatteryStaple1',
  ],
  ...[
    'the quick brown fox jumps over the lazy dog',
    'may the force be with you',
    'MayTheForceBeWithYou!',
    'm@y th3 f0rc3 b3 w1th y0u',
  ],
  ...[
    'winter is coming 2026',
    'You Shall Not Pass!!!',
    'one ring to rule them all',
    'live long and prosper',
    'Houston, we have a problem',
  ],
  ...[
    'Luke, I am your father',
    'hasta la vista baby',
    'never gonna give you up',
    'never gonna give you up never gonna let you down',
  ],
  ...[
    'all you need is love!',
    'we will rock you 1977',
    'is this the real life is this just fantasy',
    'somewhere over the rainbow',
  ],
  ...[
    'twinkle twinkle little star',
    'happy birthday to you',
    'jingle bells jingle bells',
    'roses are red violets are blue',
  ],
  ...[
    'i have a dream 1963',
    'in the beginning god created the heaven and the earth',
    'the lord is my shepherd',
    'one nation under god',
  ],
  ...[
    'cogito ergo sum 1637',
    'lorem ipsum dolor sit amet',
    'carpe diem carpe diem',
    'veni vidi vici 47bc',
    'an apple a day keeps the doctor away',
  ],
  ...[
    'no pain no gain no pain',
    'keep calm and carry on',
    'supercalifragilisticexpialidocious',
    'winner winner chicken dinner',
    'all your base are belong to us',
  ],
  ...[
    'this is my password',
    'this is a very long password',
    'thisismypassword123',
    'my password is very strong',
    'nobody will ever guess this',
  ],
  ...[
    'sein oder nichtsein das ist hier die frage',
    'liberte egalite fraternite',
    'alle meine entchen schwimmen auf dem see',
  ],
  ...[
    'i am your father i am your father',
    'do or do not there is no try',
    'mischief managed 1998',
    'Expecto Patronum!!!',
  ],
]
const others = [
  ...[
    'Summer2026!Summer2026!',
    'P@ssw0rd P@ssw0rd',
    'P@ssw0rd123!P@ssw0rd',
    'passwordpassword',
    'PasswordPassword1',
    'letmeinletmeinletmein',
  ],
  ...[
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345',
    '12345678901234567890',
    'qwertyuiopasdfghjkl',
    'qwertyuiopasdfghjklzxcvbnm',
  ],
  ...[
    '1qaz2wsx3edc4rfv',
    '1qaz2wsx3edc4rfv5tgb',
    '!!!!!!!!!!!!!!!!!!!',
    'abcdefghijklmnopqrstuvwxyz',
    'zyxwvutsrqponmlkji',
    '111111111111111111',
  ],
  ...[
    'qwerty123456qwerty',
    'Qwertyuiop123456789',
    'asdfghjklasdfghjkl',
    'iloveyouiloveyou',
    'iloveyouverymuch',
    'iloveyouforever2026',
    'monkeymonkeymonkey',
  ],
  ...[
    'ManchesterUnited1999',
    'manchester united 2008',
    'january february march',
    'JanuaryFebruary2026',
    'mondaytuesdaywednesday',
    'onetwothreefourfive',
  ],
  ...[
    'spring summer autumn winter',
    'Welcome2026Welcome',
    'admin admin admin admin',
    'administrator2026',
    'changemechangeme',
    'secretsecretsecret',
  ],
  ...[
    'openaiopenaiopenai',
    'chatgptchatgpt2026',
    'OpenAI password 2026',
    'keyway keyway keyway',
    'my openai password',
    'my chatgpt password 1',
  ],
  ...[
    'testtesttesttest',
    'test test test test',
    'password1password2',
    'Password-2025-2026',
    '2025 2026 2025 2026',
    '19901991199219931994',
  ],
  ...[
    '01.01.1990 31.12.1999',
    '24121985 24121985',
    'google facebook twitter',
    'i love you so much',
    'hello world hello world',
    'HelloWorld2026!',
  ],
  ...[
    'trustno1trustno1',
    'superman batman 123',
    'starwars starwars 77',
    'michael jordan 23',
    'jesus christ 2026',
    'baseball football 99',
  ],
]
const made = Object.entries(habits).flatMap(([habit, make]) =>
  bases.map(base => [`${habit}: ${make(base)}`, make(base)] as const),
)
const weak = [
  ...lines.map(line => [line, line] as const),
  ...others.map(text => [text, text] as const),
  ...made,
]

describe('what a guesser tries first', () => {
  it.each(weak)('%s', (_, text) => {
    const judged = judgePassphrase(text)
    expect(judged.ok).toBe(false)
    // A reason in words that says what to do, without the passphrase.
    expect(judged.message).toMatch(/\w+\.$/)
    expect(judged.message).not.toContain(text)
  })

  it('is found in more than 200 of them', () => {
    expect(weak.length).toBeGreaterThan(200)
  })

  it.each([
    ['Summer2026!Summer2026!', 'repeats'],
    ['to be or not to be that is the question', 'famous'],
    ['ManchesterUnited1999', 'common'],
    ['Summer2026!', 'short'],
  ])('%s is refused as %s', (text, problem) => {
    expect(judgePassphrase(text)).toMatchObject({ ok: false, problem })
  })
})

describe('what is random', () => {
  const alphabets = {
    'letters of both sizes and digits': 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    'small letters': 'abcdefghijklmnopqrstuvwxyz',
    'letters, digits and signs':
      'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&*+-=?@^_~',
  }
  test(`of four generated words is taken, each of ${runs(500)}`, () => {
    const random = seededRandom('four words')
    const made = Array.from({ length: runs(500) }, () => pickWords(random))
    for (const separator of [' ', '-', '.', ''])
      expect(
        made.map(text => text.replaceAll(' ', separator)).filter(text => !judgePassphrase(text).ok),
      ).toEqual([])
  })
  test.each(Object.entries(alphabets))(`of 15 %s is taken, each of ${runs(300)}`, (_, alphabet) => {
    const random = seededRandom(alphabet)
    const texts = Array.from({ length: runs(300) }, () =>
      Array.from(random(15), byte => alphabet[byte % alphabet.length]).join(''),
    )
    expect(texts.filter(text => !judgePassphrase(text).ok)).toEqual([])
  })
  it.each([
    'lagoon unhappy trombone pebble',
    'Ich mag meinen Käse am liebsten warm',
    'x7Kq9 mP2vL 5nR8w',
    'my neighbour paints her fences turquoise',
    'Чайник поёт громче трамвая',
    '三匹の猫が図書館で昼寝をしている午後',
    'purple giraffes juggle eleven kettles',
  ])('or nobody’s but one’s own: %s', text => {
    expect(judgePassphrase(text)).toMatchObject({ ok: true })
  })
  it('of any length is judged at once', () => {
    expect(judgePassphrase('ab'.repeat(500)).ok).toBe(false)
    expect(judgePassphrase(pickWords(seededRandom('long'), 130)).ok).toBe(true)
  })
})

test('the worker refuses a passphrase that is too weak, whoever sends it', () => {
  for (const text of ['short one', 'aaaaaaaaaaaaaaaaaaaa', 'abcabcabcabcabcabc', 'ab ab ab ab ab ab ab'])
    expect(isTooLittle(text), text).toBe(true)
  for (const text of ['lagoon unhappy trombone pebble', 'x7Kq9 mP2vL 5nR8w', 'wwwwwwww another one'])
    expect(isTooLittle(text), text).toBe(false)
})
