import { DRAINED } from '../feel/drain-cost.ts'
import { EVENTS_A_TAB, TABS } from '../feel/many-tabs.ts'
import { CLICK_EVENTS, type ClickCost, type Felt, RATES } from '../feel/measure-feel.ts'
import { FEEL_TITLES, type FeelPage, isOurs } from '../feel/pages.ts'
import { barChart } from './bar-chart.ts'
import { median } from './quantile.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

const SLOWEST = Math.max(...RATES)
const MANY = Math.max(...CLICK_EVENTS)
/** Event Timing tells of none that is shorter. */
const TOLD_FROM_MS = 16

const startOf = ({ startUps }: Felt, rate: number, of: 'runMs' | 'taskMs'): number =>
  median(startUps.filter((one) => one.rate === rate).map((one) => one[of]))

/** Of each page on which was clicked. */
const clicksAt = ({ clicks }: Felt, rate: number, events: number): readonly ClickCost[] =>
  clicks.filter((one) => one.rate === rate && one.events === events)

const handlersMs = (felt: Felt, rate: number, events: number): readonly number[] =>
  clicksAt(felt, rate, events).flatMap((page) => page.handlerMs)

/** Milliseconds in the handler: median. */
export const handlerMs = (felt: Felt, rate: number, events: number): number =>
  median(handlersMs(felt, rate, events))

/** Of the slowest click. */
export const slowestHandlerMs = (felt: Felt, rate: number, events: number): number =>
  Math.max(...handlersMs(felt, rate, events))

/** The longest interaction of a page, which of so few is its INP; in the middle of its pages. */
const inpMs = (felt: Felt, rate: number, events: number): number =>
  median(clicksAt(felt, rate, events).map(({ durationsMs }) => Math.max(0, ...durationsMs)))

const inpCell = (felt: Felt, rate: number, events: number): string => {
  const ms = inpMs(felt, rate, events)
  return ms < TOLD_FROM_MS ? `< ${TOLD_FROM_MS}` : figure(ms)
}

/** How many there were, where they are not equally many. */
const clicksOf = (all: readonly Felt[]): string => {
  const counts = all.flatMap(({ clicks }) => clicks.map(({ handlerMs: its }) => its.length))
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  return least === most ? figure(most) : `${figure(least)} to ${figure(most)}`
}

/** In proportion to another page, as `2.3×`. */
const times = (ms: number, other: number): string => {
  const ratio = ms / other
  return ms && other ? `${figure(ratio, ratio < 1 ? 2 : ratio < 10 ? 1 : 0)}×` : '–'
}

export const feelSection = (all: readonly Felt[]): Section => {
  const title = ({ page }: Felt): string => FEEL_TITLES[page]
  const of = (page: FeelPage): Felt | undefined => all.find((felt) => felt.page === page)
  const [none, sendoff] = [of('none'), of('sendoff')]
  const beside = (felt: Felt, base: Felt | undefined, ms: (felt: Felt) => number): string =>
    base ? times(ms(felt), ms(base)) : '–'
  const nameOf = (rate: number): string => (rate === 1 ? 'not slowed' : `${rate}× slower`)
  const heading = RATES.map(nameOf)

  const startRows = all.map((felt) => [
    title(felt),
    ...RATES.map((rate) => figure(startOf(felt, rate, 'runMs'), 1)),
    beside(felt, sendoff, (its) => startOf(its, SLOWEST, 'runMs')),
    ...RATES.map((rate) => figure(startOf(felt, rate, 'taskMs'), 1)),
    beside(felt, none, (its) => startOf(its, SLOWEST, 'taskMs')),
  ])
  const handlerRows = all.map((felt) => [
    title(felt),
    ...RATES.flatMap((rate) => CLICK_EVENTS.map((events) => figure(handlerMs(felt, rate, events), 1))),
    beside(felt, sendoff, (its) => handlerMs(its, SLOWEST, MANY)),
  ])
  const inpRows = all.map((felt) => [
    title(felt),
    ...RATES.flatMap((rate) => CLICK_EVENTS.map((events) => inpCell(felt, rate, events))),
    beside(felt, none, (its) => inpMs(its, SLOWEST, MANY)),
  ])
  const clickHeads = RATES.flatMap((rate) => CLICK_EVENTS.map((events) => `${nameOf(rate)}: ${events}`))

  const drainOf = ({ drains }: Felt, key: keyof Felt['drains'][number]): number =>
    median(drains.filter(({ delivered }) => delivered).map((one) => one[key]))
  const heapOf = ({ drains }: Felt, key: 'startedBytes' | 'deliveredBytes'): number =>
    median(drains.map((one) => one[key])) / 1e6
  const drainRows = all.map((felt) => [
    title(felt),
    felt.drains.map(({ delivered }) => figure(delivered)).join(', '),
    figure(drainOf(felt, 'loopMs'), 1),
    figure(drainOf(felt, 'taskMs'), 0),
    beside(felt, sendoff, (its) => drainOf(its, 'taskMs')),
    figure(drainOf(felt, 'drainMs') / 1_000, 1),
  ])
  const restRows = all.map((felt) => [
    title(felt),
    figure(heapOf(felt, 'startedBytes'), 2),
    beside(felt, none, (its) => heapOf(its, 'startedBytes')),
    figure(heapOf(felt, 'deliveredBytes'), 2),
    figure(felt.idle[0]?.wakeUps),
    figure(felt.idle[0]?.taskMs),
  ])
  const tabsRows = all
    .filter(({ page }) => page !== 'none')
    .map((felt) => {
      const [tabs] = felt.tabs
      return [
        title(felt),
        figure(tabs?.requests),
        tabs?.lost ? `**${figure(tabs.lost)}** of ${figure(tabs.tracked)}` : figure(tabs?.lost),
        figure((tabs?.deliveredMs ?? Number.NaN) / 1_000, 1),
        figure((tabs?.trackingMs ?? Number.NaN) / 1_000, 2),
        beside(felt, sendoff, (its) => its.tabs[0]?.trackingMs ?? Number.NaN),
        beside(felt, none, (its) => its.tabs[0]?.openingMs ?? Number.NaN),
      ]
    })
  const bars = (ms: (felt: Felt) => number, digits: number) =>
    all
      .filter(({ page }) => page !== 'none')
      .map((felt) => ({
        name: title(felt),
        value: ms(felt),
        label: `${figure(ms(felt), digits)} ms`,
        isOurs: isOurs(felt.page),
      }))
  const [ofAll] = all

  return {
    title: 'What a page feels',
    text: `Each page by itself in a browser, one after the other; a slower processor is Chromium's own simulation of one, and slows the page's main thread, not
the service worker. Events of about 700 bytes. "No tracker" is the same page, whose \`track()\` does nothing: the rest is the benchmark's and the browser's. The collector
answers at once, and answers all alike.

The start: to compile and run the script, its start included, in one task; and the main thread's time until the tracker says that it has started and 0.3 s more, beside that of the page without a tracker.
Medians of ${figure((ofAll?.startUps.length ?? 0) / RATES.length)}.

![Start-up](charts/feel-start.svg)

${table(['ms', ...heading.map((name) => `run, ${name}`), `beside sendoff, ${SLOWEST}×`, ...heading.map((name) => `main thread, ${name}`), `beside no tracker, ${SLOWEST}×`], startRows)}

A click that tracks ${CLICK_EVENTS.join(', ')} events and changes the button's text: real clicks, ${clicksOf(all)} of each, 150 ms after one another, on a page of its own, and of sendoff on three. First the milliseconds inside
the handler, median:

![Handler](charts/feel-click.svg)

${table(['ms in the handler', ...clickHeads, `beside sendoff, ${SLOWEST}×, ${MANY}`], handlerRows)}

From the click to the next frame, what the tracker still did of earlier clicks included: the longest of a page (of sendoff, in the middle of the three pages), by Event Timing, which counts in steps of 8 ms and tells of none below ${TOLD_FROM_MS}.

${table(['ms until the next frame', ...clickHeads, `beside no tracker, ${SLOWEST}×, ${MANY}`], inpRows)}

Delivering ${figure(DRAINED)} events of one loop by an open page, ${figure(sendoff?.drains.length)} times by sendoff (medians) and once by a peer: the loop, and what the main thread does after it until the last has arrived and a second more. An array that is sent when the page is hidden delivers nothing before.

${table(['', 'delivered', 'loop, ms', 'main thread after it, ms', 'beside sendoff', 'last arrival, s'], drainRows)}

At rest: objects that are alive when the tracker has started, and when the ${figure(DRAINED)} are delivered; callbacks of timers and frames and the main thread's time, counted for twenty seconds that begin five after the last event, as of a minute. A worker's own memory is not the page's.

${table(['', 'alive at start, MB', 'beside no tracker', 'alive when delivered, MB', 'wake-ups a minute', 'main thread, ms a minute'], restRows)}

${figure(TABS)} tabs of one visitor, on one origin, that track ${figure(EVENTS_A_TAB)} events each at once. What has not arrived after 10 seconds may still leave when the tabs are closed. Requests are those from the opening on, preflights included; the
processor's time is that of all of the browser's processes, from the first call to the last arrival and a second more, and, beside the page without a tracker, to open the tabs.

![Processor time of twenty tabs](charts/feel-tabs.svg)

${table(['', 'requests', `lost of ${figure(TABS * EVENTS_A_TAB)}`, 'all delivered, s', 'processor, s', 'beside sendoff', 'to open, beside no tracker'], tabsRows)}`,
    charts: {
      'feel-start': barChart(
        `To compile and run the script, on a processor ${SLOWEST} times slower`,
        bars((felt) => startOf(felt, SLOWEST, 'runMs'), 0),
      ),
      'feel-click': barChart(
        `In the handler of a click that tracks ${MANY} events, ${SLOWEST} times slower`,
        bars((felt) => handlerMs(felt, SLOWEST, MANY), 1),
        'log',
      ),
      'feel-tabs': barChart(
        `Processor time of ${TABS} tabs that track ${EVENTS_A_TAB} events each at once`,
        bars((felt) => felt.tabs[0]?.trackingMs ?? Number.NaN, 0),
      ),
    },
  }
}
