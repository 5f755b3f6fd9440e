import { findBrowser } from '../../scripts/browsers.mjs'
import type { Circumstance, EngineName, Visitor } from './engine.ts'
import { launchPlaywright } from './playwright-visitor.ts'
import { launchWebKitGtk } from './webkit-gtk-visitor.ts'

/**
 * Starts a browser whose profile lives in a folder of its own and outlives it.
 *
 * @example
 * const visitor = await launchVisitor('webkit')
 * const tab = await visitor.page()
 * await visitor.kill()
 * await visitor.relaunch()
 * await visitor.close()
 */
export const launchVisitor = (engine: EngineName, circumstance: Circumstance = 'usual'): Promise<Visitor> =>
  engine === 'webkit' && findBrowser('webkit')?.origin === 'installed'
    ? launchWebKitGtk(circumstance)
    : launchPlaywright(engine, circumstance)

/** Returns why a browser of this engine cannot be started in this circumstance; '' when it can. */
export const whyNot = (engine: EngineName, circumstance: Circumstance): string =>
  engine === 'webkit' &&
  findBrowser('webkit')?.origin !== 'installed' &&
  (circumstance === 'no-cookies' || circumstance === 'little-room')
    ? "Playwright's own WebKit has no setting for it"
    : ''
