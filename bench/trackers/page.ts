import { bundle } from './bundle.ts'
import type { TrackerName } from './names.ts'

/** Text that may stand in a script element. */
const inline = (script: string): string =>
  `<script>${script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')}</script>`

/** A page whose only scripts are these, and that asks for no other file. */
export const pageOf = (...scripts: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><body>${scripts.map(inline).join('')}`

/** The script that starts a tracker and offers it to the benchmark. */
export const scriptOf = (tracker: TrackerName, collector: string, worker = ''): Promise<string> =>
  bundle(
    `import { ${tracker} } from './trackers/${tracker}.ts'
     import { expose } from './in-page/bench-window.ts'
     expose(${tracker}(${JSON.stringify(collector)}, ${JSON.stringify(worker)}))`,
  )
