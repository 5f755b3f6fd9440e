import type { Code } from './code.ts'
import { play, type Violation } from './play.ts'
import type { Step, Story } from './story.ts'

/** Ids differ from story to story; what is broken does not. */
const kindOf = ({ invariant, what }: Violation): string =>
  `${invariant} ${what.replace(/[0-9a-f-]{36}|\d+/g, '')}`

/** Fewer events, fewer of them refused, less time. */
const smaller = (step: Step): readonly Step[] => {
  const simpler: Step[] = []
  if ('events' in step && step.events > 1) simpler.push({ ...step, events: 1 }, { ...step, events: 2 })
  if ('poison' in step && step.poison) simpler.push({ ...step, poison: 0 })
  if ('ms' in step.after) simpler.push({ ...step, after: { steps: 0 } })
  return simpler
}

/** The shortest story found that breaks the same invariant: steps are left out as long as it still does. */
export const shrink = async (story: Story, violation: Violation, code: Code): Promise<Story> => {
  let best: Story = { ...story, steps: story.steps.slice(0, violation.step + 1) }
  const isAsBad = async (steps: readonly Step[]) => {
    const found = await play({ ...story, steps }, code)
    const isSame = found && kindOf(found) === kindOf(violation)
    if (isSame) best = { ...best, steps }
    return isSame
  }
  await isAsBad(best.steps.slice(0, -1))
  for (let size = best.steps.length >> 1; size; size >>= 1)
    for (let at = 0; at < best.steps.length; )
      if (!(await isAsBad(best.steps.toSpliced(at, size)))) at += size
  for (const index of best.steps.keys())
    for (const step of smaller(best.steps[index] as Step))
      if (await isAsBad(best.steps.with(index, step))) break
  return best
}
