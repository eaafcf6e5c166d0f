/** What a first call can be about. Each is short on purpose: it shows that the key works and costs next to nothing. Pure. */
import { t } from '../../../i18n/t.ts'

export type UseCase = {
  id: string
  label: string
  prompt: string
  instructions?: string
  /** The answer is a picture: other models, another price. */
  image?: true
}

export const useCases: UseCase[] = [
  { id: 'chat', label: t('Chat'), prompt: t('Say hello in one short sentence.') },
  {
    id: 'content',
    label: t('Write a text'),
    instructions: t('You write plainly, in at most three sentences.'),
    prompt: t('Announce that our corner bakery now opens at seven on Saturdays.'),
  },
  {
    id: 'code',
    label: t('Write code'),
    instructions: t('Answer with code only.'),
    prompt: t('A Python function that tells whether a word is a palindrome.'),
  },
  {
    id: 'data',
    label: t('Look into data'),
    instructions: t('Answer in at most two sentences, with numbers.'),
    prompt: t('Sales: Mon 12, Tue 15, Wed 11, Thu 19, Fri 31, Sat 44, Sun 8. What stands out?'),
  },
  {
    id: 'image',
    label: t('Make a picture'),
    prompt: t('A paper boat on a calm lake at sunrise, as a simple drawing.'),
    image: true,
  },
]
