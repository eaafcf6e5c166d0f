/**
 * Every replacement with something ended at every place: the worker, the page, the browser, the vault, the person's patience. One telling of
 * a story has a break at each of its places, with the ways in turn: after as many tellings as there are ways each way was at each place.
 * ONLY=word tells the stories whose names hold it, as a regular expression.
 */
import { placesOf, Scene, stories, tell, ways } from './replacement-stories.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const only = new RegExp(process.env.ONLY ?? '')
  const told = stories.filter(({ name }) => only.test(name))
  const failures: string[] = []
  let breaks = 0
  for (const story of told) {
    const scene = await Scene.open()
    try {
      for (let round = 0; round < ways.length; round++) {
        const places = placesOf(story).map((place, index) => ({
          ...place,
          way: ways[(seed + round + index) % ways.length] ?? 'worker',
        }))
        breaks += await tell(scene, story, places)
      }
    } catch (error) {
      failures.push(`${story.name}: ${error instanceof Error ? error.stack : error}`)
    } finally {
      await scene.close()
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'))
  return `${told.length} replacements, told ${ways.length} times each, with ${breaks} breaks`
}
