import type { GrowthResults } from '../growth/measure-growth.ts'
import { slopeOf } from '../growth/slope.ts'
import { TITLES } from '../trackers/names.ts'
import { lineChart } from './line-chart.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

export const growthSection = ({ sendoff, peers }: GrowthResults): Section => {
  const curve = (name: string, ms: (of: (typeof sendoff)[number]) => number) => ({
    name,
    points: sendoff.map((of) => ({ x: of.events, y: ms(of) })),
  })
  const slope = (ms: (of: (typeof sendoff)[number]) => number): string =>
    figure(slopeOf(sendoff.map((of) => ({ events: of.events, ms: ms(of) }))), 2)
  const lastDecade = (ms: (of: (typeof sendoff)[number]) => number): string =>
    figure(slopeOf(sendoff.slice(-2).map((of) => ({ events: of.events, ms: ms(of) }))), 2)
  const bare = (of: (typeof sendoff)[number]): number => (of.bareMs * of.events) / 1_000
  const rows = sendoff.map((of) => [
    figure(of.events),
    figure(of.enqueueMs),
    figure(of.startUp.runMs, 1),
    figure(of.startUp.storedMs, 1),
    figure(of.emptyStartUp.storedMs, 1),
    figure(of.drainMs),
    figure(bare(of)),
    `${figure((bare(of) / of.drainMs) * 100)} %`,
  ])
  const names = [...new Set(peers.map(({ tracker }) => tracker))]
  const peerRows = peers.map((of) => [
    TITLES[of.tracker],
    figure(of.events),
    figure(of.tracked),
    figure(of.enqueueMs),
    figure(of.runMs, 1),
    figure(of.delivered),
    figure(of.drainMs),
  ])
  return {
    title: 'How cost grows with the queue',
    text: `sendoff, with a vendor that has no limit on its rate: events of about 700 bytes are tracked offline in tasks of 1,000, until they are durable; the next
page starts with that backlog, until its first event is durable (the same on an empty queue, alternating, in brackets of the same browser); then the network
is back. Beside it, a bare loop of \`fetch\` in the same page against the same server, with ready bodies of 1,000 events.

![sendoff](charts/growth-sendoff.svg)

${table(['events', 'enqueue, ms', 'script has run, ms', 'first event durable, ms', 'the same, empty queue, ms', 'drain, ms', 'bare loop, ms', 'share of bare'], rows)}

Slopes on paper with two logarithmic scales (1 is linear, 2 quadratic), over all lengths and, in brackets, between the last two: enqueue
${slope((of) => of.enqueueMs)} (${lastDecade((of) => of.enqueueMs)}), start-up ${slope((of) => of.startUp.storedMs)} (${lastDecade((of) => of.startUp.storedMs)}), drain ${slope((of) => of.drainMs)} (${lastDecade((of) => of.drainMs)}).

The peers: tracked offline, in tasks of 100 and for at most a minute, left behind, and delivered by the next visit. Each gets ten
times as many until it no longer delivers all of them. Their time is that of the calls alone: some only begin the work in them. That of sendoff is until all are durable.

![Peers](charts/growth-peers.svg)

${table(['', 'events', 'tracked', 'enqueue, ms', 'script has run, ms', 'delivered', 'drain, ms'], peerRows)}`,
    charts: {
      'growth-sendoff': lineChart('sendoff: cost by the length of the queue', { x: 'events', y: 'ms' }, [
        curve('enqueue', (of) => of.enqueueMs),
        curve('drain', (of) => of.drainMs),
        curve('bare loop of fetch', bare),
        curve('start-up', (of) => of.startUp.storedMs),
      ]),
      'growth-peers': lineChart(
        'track(): time of all calls by the length of the queue',
        { x: 'events', y: 'ms' },
        [
          curve('sendoff, durable', (of) => of.enqueueMs),
          ...names.map((name) => ({
            name: TITLES[name],
            points: peers
              .filter(({ tracker }) => tracker === name)
              .map(({ tracked, enqueueMs }) => ({ x: tracked, y: enqueueMs })),
          })),
        ],
      ),
    },
  }
}
