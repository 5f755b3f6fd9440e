/** An event that keeps the worker alive until a promise is done, within the browser's limits. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

/** What comes from a page. */
export interface PageMessage extends LastingEvent {
  readonly data: unknown
  readonly ports: readonly MessagePort[]
}

/** Background Sync, where there is one. */
export interface SyncEvent extends LastingEvent {
  readonly tag: string
}

/** A page of this origin. */
export interface PageClient {
  postMessage(message: unknown): void
}

/** As much of a service worker's global scope as is needed: the compiler knows that of pages only. */
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

/** The pages of this origin that are open, whether or not a service worker controls them. */
export const openPages = ({ clients }: WorkerScope): Promise<readonly PageClient[]> =>
  clients.matchAll({ includeUncontrolled: true, type: 'window' })
