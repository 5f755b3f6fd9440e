import { type App, type InjectionKey, inject } from 'vue'
import { routedViewsOf } from '../full/routed-views.ts'
import { inertTracker } from '../inert-tracker.ts'
import type { AnyEvents, Tracker } from '../tracker.ts'

const KEY: InjectionKey<Tracker> = Symbol('sendoff')

/** The part of a place of Vue Router that is read. */
export interface Place {
  readonly path: string
  readonly fullPath: string
  /** The matched routes; empty before the first navigation. */
  readonly matched: readonly unknown[]
}

/** The part of Vue Router that is needed. */
export interface ViewedRouter {
  readonly currentRoute: { readonly value: Place }
  beforeEach(guard: (to: Place) => void): () => void
  afterEach(guard: (to: Place, from: Place, failure?: unknown) => void): () => void
}

export interface SendoffOptions {
  /** The tracker, made once in a module by `createTracker(…)`. */
  readonly track: object & Pick<Tracker, 'flush'>
  /**
   * The router of the application: with it, `Viewed Page` is tracked for each place. It is left out where the tracker
   * itself has the option `pageviews`.
   * @default none
   */
  readonly router?: ViewedRouter | undefined
}

const withoutFragment = ({ fullPath }: Place): string => fullPath.replace(/#.*/, '')

/**
 * Tracks a view for each navigation. A navigation that failed, that leads to the present place, or that stays within
 * the page, is not a view.
 */
const trackViews = (track: Tracker, { currentRoute, beforeEach, afterEach }: ViewedRouter): void => {
  let last: string | undefined
  let titleBefore = ''
  const view = (place: Place): void => {
    const address = withoutFragment(place)
    if (address === last) return
    last = address
    routedViewsOf(track)(place.path, titleBefore)
  }
  if (typeof document === 'undefined') return
  if (currentRoute.value.matched.length > 0) view(currentRoute.value)
  beforeEach(() => {
    titleBefore = document.title
  })
  afterEach((to, _from, failure) => {
    if (!failure) view(to)
  })
}

/**
 * A plugin of Vue that gives the tracker to all components.
 * @example
 * createApp(Shop).use(router).use(sendoff, { track, router }).mount('#app')
 */
export const sendoff = {
  install(app: App, { track, router }: SendoffOptions): void {
    app.provide(KEY, track as Tracker)
    if (router) trackViews(track as Tracker, router)
  },
}

/**
 * Returns the tracker of this application. Where the plugin is not used, as in a component's test, it returns a tracker
 * that does nothing.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export const useTrack = <Events extends object = AnyEvents>(): Tracker<Events> =>
  inject(KEY, () => inertTracker('The plugin is not used.'), true) as Tracker<Events>
