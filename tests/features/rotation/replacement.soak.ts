/**
 * Every replacement with something ended at every place: the worker, the page, the browser, the vault, the person's patience. One telling of
 * a story has a break at each of its places, with the ways in turn: after as many tellings as there are ways each way was at each place.
 * ONLY=word tells the stories whose names hold it, as a regular expression; ROUNDS=1 tells each once.
 */
import { placesOf, Scene, stories, tell, ways } from './replacement-stories.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const only = new RegExp(process.env.ONLY ?? '')
  const told = stories.filter(({ name }) => only.test(name))
  const rounds = Number(process.env.ROUNDS ?? ways.length)
  const failures: string[] = []
  let breaks = 0
  for (const story of told) {
    const scene = await Scene.open()
    for (let round = 0; round < rounds; round++) {
      const places = placesOf(story).map((place, index) => ({
        ...place,
        way: ways[(seed + round + index) % ways.length] ?? 'worker',
      }))
      try {
        breaks += await tell(scene, story, places)
      } catch (error) {
        const ended = places.map(({ act, when, way }) => `${way} ${when} “${act}”`).join(', ')
        failures.push(`${story.name}, with ${ended}: ${error instanceof Error ? error.stack : error}`)
        // What stands in this browser now is no beginning for another story.
        break
      }
    }
    await scene.close()
  }
  if (failures.length > 0) throw new Error(failures.join('\n'))
  return `${told.length} replacements, told ${rounds} times each, with ${breaks} breaks`
}
