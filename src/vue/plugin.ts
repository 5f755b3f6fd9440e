import { type App, type InjectionKey, inject } from 'vue'
import { routedViewsOf } from '../full/routed-views.ts'
import { inertTracker } from '../inert-tracker.ts'
import type { AnyEvents, Tracker } from '../tracker.ts'

const KEY: InjectionKey<Tracker> = Symbol('sendoff')

/** As much of a place of Vue Router as is read. */
export interface Place {
  readonly path: string
  readonly fullPath: string
  /** Empty before the first navigation. */
  readonly matched: readonly unknown[]
}

/** As much of Vue Router as is needed. */
export interface ViewedRouter {
  readonly currentRoute: { readonly value: Place }
  beforeEach(guard: (to: Place) => void): () => void
  afterEach(guard: (to: Place, from: Place, failure?: unknown) => void): () => void
}

export interface SendoffOptions {
  /** Made once, in a module: `createTracker(…)`. */
  readonly track: object & Pick<Tracker, 'flush'>
  /** With it, `Viewed Page` is tracked for each place; leave it out where the tracker has `pageviews` of its own. */
  readonly router?: ViewedRouter | undefined
}

const withoutFragment = ({ fullPath }: Place): string => fullPath.replace(/#.*/, '')

/** A navigation that failed, or leads where the page is already, is no view; nor is one within the page. */
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
 * The tracker of this application. Where the plugin is not used, as in a component's test, it does nothing.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export const useTrack = <Events extends object = AnyEvents>(): Tracker<Events> =>
  inject(KEY, () => inertTracker('The plugin is not used.'), true) as Tracker<Events>
