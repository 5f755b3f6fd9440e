import { CLICK_EVENTS, type Felt, RATES } from '../feel/measure-feel.ts'
import { FEEL_TITLES, isOurs } from '../feel/pages.ts'
import { handlerMs, slowestHandlerMs } from './feel-section.ts'
import type { Goal } from './goal.ts'

const MAX_HANDLER_MS = 15
const SLOWEST = Math.max(...RATES)
const MANY = Math.max(...CLICK_EVENTS)

/** What is aimed at for what a page feels. */
export const feelGoals = (all: readonly Felt[]): readonly Goal[] => {
  const ours = all.filter(({ page }) => isOurs(page))
  const lost = ours.reduce((sum, { tabs }) => sum + (tabs[0]?.lost ?? Number.NaN), 0)
  return [
    {
      goal: `10a. a click that tracks ${MANY} events takes at most ${MAX_HANDLER_MS} ms in its handler, in the middle of its clicks, on a processor ${SLOWEST} times slower`,
      measured: ours
        .map(
          (felt) =>
            `${FEEL_TITLES[felt.page]} ${handlerMs(felt, SLOWEST, MANY).toFixed(1)} ms, of the slowest ${slowestHandlerMs(felt, SLOWEST, MANY).toFixed(1)} ms`,
        )
        .join(', '),
      passed: ours.every((felt) => handlerMs(felt, SLOWEST, MANY) <= MAX_HANDLER_MS),
    },
    {
      goal: '10b. twenty tabs at once lose nothing',
      measured: ours
        .map(
          ({ page, tabs }) =>
            `${FEEL_TITLES[page]}: ${tabs[0]?.lost} of ${tabs[0]?.tracked} lost, ${tabs[0]?.requests} requests`,
        )
        .join('; '),
      passed: lost === 0,
    },
  ]
}
