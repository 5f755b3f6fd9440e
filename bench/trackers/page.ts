import { bundle } from './bundle.ts'
import type { TrackerName } from './names.ts'

/** Returns a text that may stand in a script element. */
const inline = (script: string): string =>
  `<script>${script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')}</script>`

/** Makes a page whose only scripts are these, and that asks for no other file. */
export const pageOf = (...scripts: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><body>${scripts.map(inline).join('')}`

/** The script that starts a tracker and offers it to the benchmark. */
export const scriptOf = (tracker: TrackerName | 'none', collector: string, worker = ''): Promise<string> =>
  bundle(
    `import { ${tracker} } from './trackers/${tracker}.ts'
     import { expose } from './in-page/bench-window.ts'
     expose(${tracker}(${JSON.stringify(collector)}, ${JSON.stringify(worker)}))`,
  )

/**
 * Makes the script of a vendor's own library, or of sendoff with that vendor's destination: another file may hold more
 * of them.
 */
export const libraryScript = (file: string, start: string, collector: string): Promise<string> =>
  bundle(
    `import { ${start} } from './trackers/${file}.ts'
     import { expose } from './in-page/bench-window.ts'
     expose(${start}(${JSON.stringify(collector)}))`,
  )

export const sendoffScript = (vendor: string, options: object): Promise<string> =>
  bundle(
    `import { createTracker } from '../src/index.ts'
     import { ${vendor} } from '../src/vendors/${vendor}/destination.ts'
     import { expose } from './in-page/bench-window.ts'
     const track = createTracker({ destinations: [${vendor}(${JSON.stringify(options)})] })
     expose({ track, ready: Promise.resolve() })`,
  )
