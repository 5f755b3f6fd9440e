/**
 * The trackers in the order of every table; each is a file of this folder that exports its `Start` under the same name.
 */
export const TRACKERS = [
  'sendoff',
  'control',
  'snowplow',
  'amplitude',
  'mixpanel',
  'segment',
  'posthog',
  'rudderstack',
  'jitsu',
] as const

export type TrackerName = (typeof TRACKERS)[number]

/** The package of each peer. */
export const PACKAGES: Readonly<Partial<Record<TrackerName, string>>> = {
  snowplow: '@snowplow/browser-tracker',
  amplitude: '@amplitude/analytics-browser',
  mixpanel: 'mixpanel-browser',
  segment: '@segment/analytics-next',
  posthog: 'posthog-js',
  rudderstack: '@rudderstack/analytics-js',
  jitsu: '@jitsu/js',
}

export const TITLES: Readonly<Record<TrackerName, string>> = {
  sendoff: 'sendoff',
  control: 'array + sendBeacon',
  snowplow: 'Snowplow',
  amplitude: 'Amplitude',
  mixpanel: 'Mixpanel',
  segment: 'Segment',
  posthog: 'PostHog',
  rudderstack: 'RudderStack',
  jitsu: 'Jitsu',
}

/** The peers that keep events until they can be sent: neither the control nor Jitsu does. */
export const PEERS_THAT_QUEUE: readonly TrackerName[] = TRACKERS.filter(
  (name) => !['sendoff', 'control', 'jitsu'].includes(name),
)
