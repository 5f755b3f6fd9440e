// The module declares the used parts of the peers, so that the compiler needs none of their packages. The types are
// loose on purpose: the packages' own are only there after `npm ci` in this folder.

type Options = Readonly<Record<string, unknown>>
type Call = (...args: readonly unknown[]) => unknown

declare module '@amplitude/analytics-browser' {
  export const init: (key: string, options: Options) => { readonly promise: Promise<unknown> }
  export const track: Call
  export const setTransport: (transport: 'beacon' | 'fetch') => void
  export const flush: Call
}

declare module '@jitsu/js' {
  export const jitsuAnalytics: (options: Options) => { readonly track: Call }
}

declare module '@rudderstack/analytics-js/bundled' {
  export class RudderAnalytics {
    load(key: string, dataPlane: string, options: Options): void
    ready(done: () => void): void
    track(name: string, properties: Options): void
  }
}

declare module '@segment/analytics-next' {
  export const AnalyticsBrowser: {
    load(
      settings: Options,
      options: Options,
    ): { readonly track: Call; readonly ready: () => Promise<unknown> }
  }
}

declare module '@snowplow/browser-tracker' {
  export const newTracker: (namespace: string, endpoint: string, options: Options) => unknown
  export const trackSelfDescribingEvent: (event: Options) => void
}

declare module 'mixpanel-browser/src/loaders/loader-module-core' {
  const mixpanel: {
    init(token: string, options: Options): void
    track(name: string, properties: Options): void
  }

  // biome-ignore lint/style/noDefaultExport: the package exports nothing else.
  export { mixpanel as default }
}

declare module 'posthog-js' {
  export const posthog: {
    init(key: string, options: Options): void
    capture(name: string, properties: Options): void
  }
}
