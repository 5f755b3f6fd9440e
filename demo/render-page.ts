import { readFileSync } from 'node:fs'
import { attributesOf, type Desks, deskOf } from './desks.ts'
import { snippet } from './snippet.ts'

const PAGES = new URL('./pages/', import.meta.url)

const WORKER = '/dist/sendoff.worker.js'

/** Makes the query with which a page is asked for. */
const queryOf = (vendor: string, worker: boolean): string => `?vendor=${vendor}${worker ? '&amp;worker' : ''}`

const link = (query: string, title: string, isCurrent: boolean): string =>
  `<a href="${query}"${isCurrent ? ' aria-current="true"' : ''}>${title}</a>`

const linksTo = ({ desks, chosen, worker }: PageContext): string =>
  Object.entries(desks)
    .map(([name, { title }]) => link(queryOf(name, worker), title, name === chosen))
    .join('\n')

/** Makes the link to the same page with a service worker, or without. */
const workerSwitch = ({ chosen, worker }: PageContext): string =>
  [
    link(queryOf(chosen, false), 'without worker', !worker),
    link(queryOf(chosen, true), 'with worker', worker),
  ].join('\n')

export interface PageContext {
  readonly desks: Desks
  readonly chosen: string
  /** The address of the vendors. */
  readonly address: string
  /** The number of this server's run: after a restart, the vendors have forgotten what they knew. */
  readonly run: string
  /** Whether the shop has switched the service worker on. */
  readonly worker: boolean
}

/** Renders a page of the demo, with the script tags of the chosen vendor. All inserted texts are the demo's own. */
export const renderPage = (name: string, context: PageContext): string => {
  const { desks, chosen, address, run, worker } = context
  const desk = deskOf(desks, chosen)
  const tags = [
    '<script src="/offline.js"></script>',
    snippet(
      { ...attributesOf(desk, address), ...(worker && { 'data-worker': WORKER }) },
      `/dist/sendoff.${chosen}.js`,
    ),
    '<script async src="/dist/sendoff.rejected.js"></script>',
  ]
  return readFileSync(new URL(`${name}.html`, PAGES), 'utf8')
    .replace('<html lang="en">', () => {
      const person = desk.needsPerson ? ' data-needs-person' : ''
      const withWorker = worker ? ' data-with-worker' : ''
      return `<html lang="en" data-vendor="${chosen}" data-title="${desk.title}" data-run="${run}"${person}${withWorker}>`
    })
    .replace('<!-- sendoff -->', () => tags.join('\n'))
    .replace('<!-- vendors -->', () => linksTo(context))
    .replace('<!-- worker -->', () => workerSwitch(context))
    .replaceAll('?vendor=chosen', () => queryOf(chosen, worker))
}
