import type { Lock } from '../../src/browser/lock.ts'
import type { Random } from './random.ts'
import type { Life, Scheduler } from './scheduler.ts'
import type { Trace } from './trace.ts'

export interface LocksOptions {
  readonly scheduler: Scheduler
  readonly random: Random
  readonly now: () => number
  /** Insecure contexts have no locks. */
  readonly areMissing: boolean
  readonly trace: Trace
}

/** Web Locks, asked with `ifAvailable`: a frozen tab keeps its lock, a dead one does not. */
export const createLocks = ({ scheduler, random, now, areMissing, trace }: LocksOptions) => {
  const holders = new Map<string, Life>()

  const lockFor =
    (life: Life) =>
    (name: string): Lock =>
    (work) =>
      new Promise((resolve, reject) => {
        const run = (isMine: boolean) => {
          trace(() => `${life.name}: ${isMine ? 'gets' : 'does not get'} the lock`)
          const release = (answer: () => void) => {
            if (isMine) holders.delete(name)
            scheduler.in(0, answer, life)
          }
          work(isMine ? now() : 0).then(
            (result) => release(() => resolve(result)),
            (error) => release(() => reject(error)),
          )
        }
        scheduler.in(random.spread(5), () => {
          const isMine = !areMissing && life.alive && !holders.has(name)
          if (isMine) holders.set(name, life)
          scheduler.in(random.spread(5), () => run(isMine), life)
        })
      })

  return {
    lockFor,
    forget(life: Life): void {
      for (const [name, holder] of holders) if (holder === life) holders.delete(name)
    },
  }
}
