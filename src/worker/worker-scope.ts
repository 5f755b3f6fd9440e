/** An event that keeps the worker alive until a promise is settled, within the browser's limits. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

/** A message from a page. */
export interface PageMessage extends LastingEvent {
  readonly data: unknown
  readonly ports: readonly MessagePort[]
}

/** An event of Background Sync, where the browser has it. */
export interface SyncEvent extends LastingEvent {
  readonly tag: string
}

/** A page of this origin. */
export interface PageClient {
  postMessage(message: unknown): void
}

/** The needed part of a service worker's global scope: the compiler knows only that of pages. */
export interface WorkerScope {
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<readonly PageClient[]>
  }
  readonly registration: {
    readonly sync?: { register(tag: string): Promise<void> }
  }
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void
  addEventListener(type: 'activate', listener: (event: LastingEvent) => void): void
}

/** Resolves with the open pages of this origin, whether or not a service worker controls them. */
export const openPages = ({ clients }: WorkerScope): Promise<readonly PageClient[]> =>
  clients.matchAll({ includeUncontrolled: true, type: 'window' })
