import { createHash } from 'node:crypto'
import { bundle } from './trackers/bundle.ts'

/**
 * Which sendoff was measured: a digest of what a page and the service worker load of it. Other words in a comment, or
 * other folders, change nothing.
 */
export const engineDigest = async (): Promise<string> => {
  const scripts = await Promise.all([
    bundle(`export { sendoff } from './trackers/sendoff.ts'`),
    bundle(`import '../src/entries/worker.ts'`),
  ])
  return createHash('sha256').update(scripts.join()).digest('hex').slice(0, 12)
}
