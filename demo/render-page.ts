import { readFileSync } from 'node:fs'
import { attributesOf, type Desks, deskOf } from './desks.ts'
import { snippet } from './snippet.ts'

const PAGES = new URL('./pages/', import.meta.url)

const linksTo = (desks: Desks, chosen: string): string =>
  Object.entries(desks)
    .map(([name, { title }]) =>
      name === chosen
        ? `<a href="?vendor=${name}" aria-current="true">${title}</a>`
        : `<a href="?vendor=${name}">${title}</a>`,
    )
    .join('\n')

export interface PageContext {
  readonly desks: Desks
  readonly chosen: string
  /** Where the vendors are reached. */
  readonly address: string
  /** Of this server: with another, the vendors have forgotten what they knew. */
  readonly run: string
}

/** A page of the demo, with the script tags of the chosen vendor. Whatever is put in is the demo's own. */
export const renderPage = (name: string, { desks, chosen, address, run }: PageContext): string => {
  const desk = deskOf(desks, chosen)
  const tags = [
    '<script src="/offline.js"></script>',
    snippet(attributesOf(desk, address), `/dist/sendoff.${chosen}.js`),
    '<script async src="/dist/sendoff.rejected.js"></script>',
  ]
  return readFileSync(new URL(`${name}.html`, PAGES), 'utf8')
    .replace('<html lang="en">', () => {
      const person = desk.needsPerson ? ' data-needs-person' : ''
      return `<html lang="en" data-vendor="${chosen}" data-title="${desk.title}" data-run="${run}"${person}>`
    })
    .replace('<!-- sendoff -->', () => tags.join('\n'))
    .replace('<!-- vendors -->', () => linksTo(desks, chosen))
    .replaceAll('?vendor=chosen', () => `?vendor=${chosen}`)
}
