/** What a first call can be about. Each is short on purpose: it shows that the key works and costs next to nothing. Pure. */

export type UseCase = {
  id: string
  label: string
  prompt: string
  instructions?: string
  /** The answer is a picture: other models, another price. */
  image?: true
}

export const useCases: UseCase[] = [
  { id: 'chat', label: 'Chat', prompt: 'Say hello in one short sentence.' },
  {
    id: 'content',
    label: 'Write a text',
    instructions: 'You write plainly, in at most three sentences.',
    prompt: 'Announce that our corner bakery now opens at seven on Saturdays.',
  },
  {
    id: 'code',
    label: 'Write code',
    instructions: 'Answer with code only.',
    prompt: 'A Python function that tells whether a word is a palindrome.',
  },
  {
    id: 'data',
    label: 'Look into data',
    instructions: 'Answer in at most two sentences, with numbers.',
    prompt: 'Sales: Mon 12, Tue 15, Wed 11, Thu 19, Fri 31, Sat 44, Sun 8. What stands out?',
  },
  {
    id: 'image',
    label: 'Make a picture',
    prompt: 'A paper boat on a calm lake at sunrise, as a simple drawing.',
    image: true,
  },
]
