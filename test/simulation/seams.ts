/** The modules whose exports faults may replace, by their paths below `src/`. */
interface Modules {
  'core/holding.ts': typeof import('../../src/core/holding.ts')
  'core/identity.ts': typeof import('../../src/core/identity.ts')
  'core/outcome.ts': typeof import('../../src/core/outcome.ts')
  'core/record-key.ts': typeof import('../../src/core/record-key.ts')
  'delivery/sender.ts': typeof import('../../src/delivery/sender.ts')
  'person.ts': typeof import('../../src/person.ts')
  'queue/choose.ts': typeof import('../../src/queue/choose.ts')
  'queue/chunk.ts': typeof import('../../src/queue/chunk.ts')
  'queue/cut.ts': typeof import('../../src/queue/cut.ts')
  'queue/claim.ts': typeof import('../../src/queue/claim.ts')
  'queue/create-change.ts': typeof import('../../src/queue/create-change.ts')
  'queue/judge.ts': typeof import('../../src/queue/judge.ts')
  'queue/last-moment/apply-note.ts': typeof import('../../src/queue/last-moment/apply-note.ts')
  'queue/last-moment/hand-off.ts': typeof import('../../src/queue/last-moment/hand-off.ts')
  'queue/queue.ts': typeof import('../../src/queue/queue.ts')
  'queue/settle.ts': typeof import('../../src/queue/settle.ts')
  'queue/shared-state.ts': typeof import('../../src/queue/shared-state.ts')
  'vendors/klaviyo/destination.ts': typeof import('../../src/vendors/klaviyo/destination.ts')
  'worker/delivery.ts': typeof import('../../src/worker/delivery.ts')
  'worker/granted-store.ts': typeof import('../../src/worker/granted-store.ts')
  'worker/page-part.ts': typeof import('../../src/worker/page-part.ts')
  'worker/start-worker.ts': typeof import('../../src/worker/start-worker.ts')
}

/** A mistake at a seam: what a module exports, and what all who import it get instead. */
export interface SeamFault {
  /** Under `src/`. */
  readonly file: string
  readonly name: string
  /** Makes the wrong one of the right one. */
  readonly wrong: (right: never) => unknown
  /** A seed shortly before the first that finds it, where that takes hundreds. */
  readonly from?: number
}

/** A mistake at a seam, whose address and type the compiler checks. */
export const at = <File extends keyof Modules, Name extends keyof Modules[File] & string>(
  file: File,
  name: Name,
  wrong: (right: Modules[File][Name]) => Modules[File][Name],
  from = 1,
): SeamFault => ({ file, name, wrong, from })
