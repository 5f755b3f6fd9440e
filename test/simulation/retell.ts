import { type Code, code as realCode } from './code.ts'
import { play } from './play.ts'
import { shrink } from './shrink.ts'
import { drawStory, tell } from './story.ts'

/** What a seed breaks, in the shortest story that was found for it; '' when it breaks nothing. */
export const retell = async (seed: number, code: Code = realCode): Promise<string> => {
  const story = drawStory(seed)
  const violation = await play(story, code)
  if (!violation) return ''
  const shortest = await shrink(story, violation, code)
  const lines: string[] = []
  const found = await play(shortest, code, undefined, (line) => lines.push(line))
  const { seed: _, ...setting } = shortest.setting
  return [
    `seed ${seed} breaks invariant ${found?.invariant}: ${found?.what}`,
    JSON.stringify(setting),
    'The shortest story found:',
    ...shortest.steps.map(tell),
    'What happens in it:',
    ...lines,
  ].join('\n')
}
