import { mkdirSync, writeFileSync } from 'node:fs'
import type { Conditions } from '../conditions.ts'
import type { Results } from '../results.ts'
import { PACKAGES, TITLES, TRACKERS } from '../trackers/names.ts'
import { costSection } from './cost-section.ts'
import { crowdSection } from './crowd-section.ts'
import { deliverySection } from './delivery-section.ts'
import { drainSection } from './drain-section.ts'
import { feelSection } from './feel-section.ts'
import { goalsOf } from './goals.ts'
import { goneSection } from './gone-section.ts'
import { growthSection } from './growth-section.ts'
import { loopsSection } from './loops-section.ts'
import type { Section } from './section.ts'
import { sizeSection } from './size-section.ts'
import { figure, table } from './table.ts'
import { tasksSection } from './tasks-section.ts'
import { vendorsSection } from './vendors-section.ts'

const BENCH = new URL('..', import.meta.url)

/**
 * The note on findings of another sendoff. A digest does not tell which came first, but the present sendoff is the one
 * that writes.
 */
const EARLIER = 'Of an earlier sendoff than the present one'

const conditionsLine = (of: Conditions, engine: string): string =>
  `*${of.engine === engine ? '' : `${EARLIER}. `}${of.date}, ${of.browser} headless, Node ${of.node.slice(1)}, ${of.system}, ${of.processors} processors, ${of.memoryGb} GB, load average ${figure(of.load, 1)} at the start; \`${of.command}\`*`

const packagesTable = ({ versions }: Conditions): string =>
  table(
    ['', 'package', 'version'],
    TRACKERS.flatMap((name) => {
      const packaged = PACKAGES[name]
      return packaged ? [[TITLES[name], `\`${packaged}\``, versions[packaged] ?? '–']] : []
    }),
    'text',
  )

/**
 * Rewrites RESULTS.md and its charts from the findings, each of which may be of another day.
 * @param engine the present sendoff's digest: findings of another get a note.
 */
export const writeReport = (results: Results, engine: string): void => {
  const { size, cost, delivery, vendors, growth, crowd, gone, feel, loops, drain, tasks } = results
  const parts: readonly (readonly [Conditions, Section])[] = [
    ...(size ? [[size.conditions, sizeSection(size.found)] as const] : []),
    ...(cost ? [[cost.conditions, costSection(cost.found)] as const] : []),
    ...(loops ? [[loops.conditions, loopsSection(loops.found)] as const] : []),
    ...(feel ? [[feel.conditions, feelSection(feel.found)] as const] : []),
    ...(delivery ? [[delivery.conditions, deliverySection(delivery.found)] as const] : []),
    ...(vendors ? [[vendors.conditions, vendorsSection(vendors.found)] as const] : []),
    ...(gone ? [[gone.conditions, goneSection(gone.found)] as const] : []),
    ...(growth ? [[growth.conditions, growthSection(growth.found)] as const] : []),
    ...(drain ? [[drain.conditions, drainSection(drain.found)] as const] : []),
    ...(tasks ? [[tasks.conditions, tasksSection(tasks.found)] as const] : []),
    ...(crowd ? [[crowd.conditions, crowdSection(crowd.found)] as const] : []),
  ]
  const [first] = parts
  if (!first) return
  mkdirSync(new URL('charts', BENCH), { recursive: true })
  for (const [, { charts }] of parts)
    for (const [name, chart] of Object.entries(charts))
      writeFileSync(new URL(`charts/${name}.svg`, BENCH), chart)

  const isEarlier = parts.some(([conditions]) => conditions.engine !== engine)
  const goals = goalsOf(results).map(({ goal, measured, passed }) => [
    goal,
    measured,
    passed ? 'yes' : '**no**',
  ])
  const text = `# Measured side by side

Written by \`npm run bench\`; everything happens on one machine, and nothing is sent anywhere else. Each tracker runs in its best documented configuration for delivery
(\`trackers/\`): batching, retries and persistence on where it has them, compression off. The figures of a busy machine are
longer than those of a quiet one; ratios suffer less.${isEarlier ? ' Each section says when it is of an earlier sendoff than the present one.' : ''}

${packagesTable(first[0])}

## What must be shown

${table(['', 'measured', 'reached'], goals, 'text')}

${parts.map(([conditions, section]) => `${section.partOf ? '###' : '##'} ${section.title}\n\n${conditionsLine(conditions, engine)}\n\n${section.text}`).join('\n\n')}
`
  writeFileSync(new URL('RESULTS.md', BENCH), text)
}
