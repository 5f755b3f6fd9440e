import { findBrowser } from '../../scripts/browsers.mjs'
import type { EngineName, Visitor } from './engine.ts'
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
export const launchVisitor = (engine: EngineName): Promise<Visitor> =>
  engine === 'webkit' && findBrowser('webkit')?.origin === 'installed'
    ? launchWebKitGtk()
    : launchPlaywright(engine)
