import type { Tab } from '../../testing/browsers/engine.ts'
import { inline } from './places.ts'

/** A script for a page's head, which collects the page's warnings and errors. */
export const LISTEN = inline(`window.said = []
  for (const type of ['warn', 'error']) console[type] = (...words) => said.push(words.join(' '))
  addEventListener('error', ({ message }) => said.push(message))`)

/** Returns what that script has collected. */
export const saidOn = (page: Tab): Promise<readonly string[]> =>
  page.evaluate(() => Reflect.get(window, 'said'))
