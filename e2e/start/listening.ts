import type { Tab } from '../../testing/browsers/engine.ts'
import { inline } from './places.ts'

/** For a page's head: collects its warnings and errors. */
export const LISTEN = inline(`window.said = []
  for (const type of ['warn', 'error']) console[type] = (...words) => said.push(words.join(' '))
  addEventListener('error', ({ message }) => said.push(message))`)

/** What it has collected. */
export const saidOn = (page: Tab): Promise<readonly string[]> =>
  page.evaluate(() => Reflect.get(window, 'said'))
