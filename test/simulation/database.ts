import type { Store, Transaction, Work } from '../../src/store/store.ts'
import type { Random } from './random.ts'
import type { Life, Scheduler } from './scheduler.ts'

/** A record before and after a commit; nothing where there is none. */
export type Change = readonly [key: string, before: string | undefined, after: string | undefined]

interface Request {
  readonly life: Life
  readonly work: Work<unknown>
  readonly writes: Map<string, string | undefined>
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
  stage: 'queued' | 'working' | 'committing'
}

export interface DatabaseOptions {
  readonly scheduler: Scheduler
  readonly random: Random
  /** How many of the transactions wait for each of their reads. */
  readonly slowness: number
  readonly freesRoom: boolean
  readonly onCommit: (life: Life, changes: readonly Change[]) => void
  readonly onReject: (life: Life) => void
}

/** What all tabs share: transactions run one after the other, take time, and are lost with a tab that dies. */
export const createDatabase = ({
  scheduler,
  random,
  slowness,
  freesRoom,
  onCommit,
  onReject,
}: DatabaseOptions) => {
  const records = new Map<string, string>()
  const queue: Request[] = []
  let sorted: readonly string[] | undefined
  let active: Request | undefined
  let bytes = 0
  let capacity = Infinity
  let failing = false

  /** A page is answered in the order in which it has asked. */
  const answeredAt = new WeakMap<Life, number>()

  const end = (answer: () => void, life: Life): void => {
    active = undefined
    const at = Math.max(answeredAt.get(life) ?? 0, scheduler.time() + random.spread(20))
    answeredAt.set(life, at)
    scheduler.in(at - scheduler.time(), answer, life)
    scheduler.in(0, pump)
  }

  const fail = ({ life, reject }: Request): void => {
    onReject(life)
    // Firefox rejects with null when the quota is exceeded.
    end(() => reject(random.chance(0.5) ? null : new DOMException('simulated', 'QuotaExceededError')), life)
  }

  const transactionOf = ({ life, writes }: Request): Transaction => {
    const isSlow = random.chance(slowness)
    const read = <Result>(look: () => Result) =>
      new Promise<Result>((resolve) => {
        // Nobody is there to use what a dead tab reads, so its transaction is never completed.
        if (!life.alive) abort()
        else if (isSlow) scheduler.in(random.spread(20), () => resolve(look()), life)
        else resolve(look())
      })
    const keysUnder = (prefix: string) => {
      sorted ??= [...records.keys()].sort()
      const stored: string[] = []
      for (const key of sorted) if (key.startsWith(prefix) && !writes.has(key)) stored.push(key)
      const written = [...writes].filter(([key, json]) => json !== undefined && key.startsWith(prefix))
      return written.length ? [...stored, ...written.map(([key]) => key)].sort() : stored
    }
    return {
      get: (key) => read(() => (writes.has(key) ? writes.get(key) : records.get(key))),
      keys: (prefix, limit, after = '') =>
        read(() =>
          keysUnder(prefix)
            .filter((key) => key > after)
            .slice(0, limit),
        ),
      put: (key, json) => writes.set(key, json),
      remove: (key) => writes.set(key, undefined),
    }
  }

  const abort = (): void => {
    active = undefined
    scheduler.in(0, pump)
  }

  const pump = (): void => {
    const index = active ? -1 : queue.findIndex(({ life }) => !life.frozen)
    const request = queue.splice(index, index < 0 ? 0 : 1)[0]
    if (!request) return
    active = request
    if (failing && random.chance(0.7)) {
      fail(request)
      return
    }
    request.stage = 'working'
    const worked = async () => request.work(transactionOf(request))
    worked().then(
      (result) => {
        request.stage = 'committing'
        scheduler.in(random.spread(30), () => commit(request, result))
      },
      () => active === request && fail(request),
    )
  }

  const commit = (request: Request, result: unknown): void => {
    if (active !== request) return
    const changes = [...request.writes].map(([key, after]): Change => [key, records.get(key), after])
    const growth = changes.reduce(
      (sum, [, before, after]) => sum + (after?.length ?? 0) - (before?.length ?? 0),
      0,
    )
    const needed = freesRoom ? growth : changes.reduce((sum, [, , after]) => sum + (after?.length ?? 0), 0)
    if (needed > 0 && bytes + needed > capacity) {
      fail(request)
      return
    }
    bytes += growth
    for (const [key, before, after] of changes) {
      if ((before === undefined) !== (after === undefined)) sorted = undefined
      if (after === undefined) records.delete(key)
      else records.set(key, after)
    }
    onCommit(request.life, changes)
    end(() => request.resolve(result), request.life)
  }

  return {
    records: records as ReadonlyMap<string, string>,
    pump,

    storeFor:
      (life: Life): Store =>
      <Result>(work: Work<Result>) =>
        new Promise<Result>((resolve, reject) => {
          const answer = resolve as (result: unknown) => void
          queue.push({ life, work, writes: new Map(), resolve: answer, reject, stage: 'queued' })
          scheduler.in(random.spread(20), pump)
        }),

    /** A browser does not freeze a page with a transaction that others wait for. */
    isWorking: (life: Life): boolean =>
      (active?.life === life && active.stage === 'working') || queue.some((request) => request.life === life),

    /** What a dead tab asked for last is lost; the rest had reached the browser's process, and is done. */
    forget(life: Life): void {
      const mine = queue.filter((request) => request.life === life)
      const isAborted = active?.life === life && (active.stage === 'working' || random.chance(0.5))
      const kept = isAborted ? 0 : random.below(mine.length + 1)
      for (const request of mine.slice(kept)) queue.splice(queue.indexOf(request), 1)
      if (isAborted) abort()
    },

    /** The whole browser is gone, with all that waited, of tabs that were closed before, too. */
    kill(): void {
      queue.splice(0)
      if (active && (active.stage === 'working' || random.chance(0.5))) abort()
    },

    become(state: 'fine' | 'full' | 'failing'): void {
      failing = state === 'failing'
      capacity = state === 'full' ? bytes : Infinity
    },
  }
}

export type Database = ReturnType<typeof createDatabase>
