import { mkdirSync, writeFileSync } from 'node:fs'
import type { Conditions } from '../conditions.ts'
import type { Results } from '../results.ts'
import { PACKAGES, TITLES, TRACKERS } from '../trackers/names.ts'
import { costSection } from './cost-section.ts'
import { crowdSection } from './crowd-section.ts'
import { deliverySection } from './delivery-section.ts'
import { goalsOf } from './goals.ts'
import { goneSection } from './gone-section.ts'
import { growthSection } from './growth-section.ts'
import type { Section } from './section.ts'
import { sizeSection } from './size-section.ts'
import { figure, table } from './table.ts'

const BENCH = new URL('..', import.meta.url)

const conditionsLine = (of: Conditions): string =>
  `*${of.date}, ${of.browser} headless, Node ${of.node.slice(1)}, ${of.system}, ${of.processors} processors, ${of.memoryGb} GB, load average ${figure(of.load, 1)} at the start; \`${of.command}\`*`

const packagesTable = ({ versions }: Conditions): string =>
  table(
    ['', 'package', 'version'],
    TRACKERS.flatMap((name) => {
      const packaged = PACKAGES[name]
      return packaged ? [[TITLES[name], `\`${packaged}\``, versions[packaged] ?? '–']] : []
    }),
    'text',
  )

/** Rewrites RESULTS.md and its charts from the findings. */
export const writeReport = (results: Results): void => {
  const { size, cost, delivery, growth, crowd, gone } = results
  const parts: readonly (readonly [Conditions, Section])[] = [
    ...(size ? [[size.conditions, sizeSection(size.found)] as const] : []),
    ...(cost ? [[cost.conditions, costSection(cost.found)] as const] : []),
    ...(delivery ? [[delivery.conditions, deliverySection(delivery.found)] as const] : []),
    ...(gone ? [[gone.conditions, goneSection(gone.found)] as const] : []),
    ...(growth ? [[growth.conditions, growthSection(growth.found)] as const] : []),
    ...(crowd ? [[crowd.conditions, crowdSection(crowd.found)] as const] : []),
  ]
  const [first] = parts
  if (!first) return
  mkdirSync(new URL('charts', BENCH), { recursive: true })
  for (const [, { charts }] of parts)
    for (const [name, chart] of Object.entries(charts))
      writeFileSync(new URL(`charts/${name}.svg`, BENCH), chart)

  const goals = goalsOf(results).map(({ goal, measured, passed }) => [
    goal,
    measured,
    passed ? 'yes' : '**no**',
  ])
  const text = `# Measured side by side

Written by \`npm run bench\`; everything happens on one machine, and nothing is sent anywhere else. Each tracker runs in its best documented configuration for delivery
(\`trackers/\`): batching, retries and persistence on where it has them, compression off. The figures of a busy machine are
longer than those of a quiet one; ratios suffer less.

${packagesTable(first[0])}

## What must be shown

${table(['', 'measured', 'reached'], goals, 'text')}

${parts.map(([conditions, section]) => `## ${section.title}\n\n${conditionsLine(conditions)}\n\n${section.text}`).join('\n\n')}
`
  writeFileSync(new URL('RESULTS.md', BENCH), text)
}
