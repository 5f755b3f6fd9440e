import type { FullTracker } from '../full-tracker.ts'

/** `gtag('consent', 'default' | 'update', { analytics_storage: 'granted' | 'denied', … })`, as gtag queues it. */
interface ConsentCall {
  readonly 0?: unknown
  readonly 1?: unknown
  readonly 2?: Readonly<Record<string, unknown>> | null
}

/**
 * Follows Google Consent Mode: every `gtag('consent', …)` of the page, past and to come. `granted` when all these
 * types are; `denied` when an update denies one. A default that denies only waits: it comes on every page, also on
 * those of visitors who have agreed. Start the tracker with `consent: 'required'`.
 *
 * A default for some regions counts for all, as a page cannot tell where it is: what one of them denies waits.
 * @param types the site's own decision, for example `analytics_storage` and `ad_user_data`.
 * @returns the way to stop following.
 * @example
 * followConsentMode(track, ['analytics_storage'])
 */
export const followConsentMode = (
  track: Pick<FullTracker, 'consent'>,
  types: readonly string[],
): (() => void) => {
  const page = globalThis as { dataLayer?: unknown[] }
  page.dataLayer ??= []
  const layer = page.dataLayer
  const defaults = new Map<string, unknown>()
  const updates = new Map<string, unknown>()
  let isFollowing = true

  const hear = (entry: unknown): void => {
    // An `arguments` object; or whatever else a page pushes.
    const { 0: command, 1: kind, 2: states } = (entry ?? {}) as ConsentCall
    if (!isFollowing || command !== 'consent' || !states) return
    for (const type of types) {
      const state = states[type]
      if (state === undefined) continue
      if (kind === 'update') updates.set(type, state)
      else if (defaults.get(type) !== 'denied') defaults.set(type, state)
    }
    if ([...updates.values()].includes('denied')) track.consent('denied')
    else if (types.every((type) => (updates.get(type) ?? defaults.get(type)) === 'granted'))
      track.consent('granted')
  }

  for (const entry of layer) hear(entry)
  const push = layer.push
  // Others, such as Tag Manager, do the same: whoever comes later calls whoever was there before.
  layer.push = (...entries) => {
    const length = push.apply(layer, entries)
    for (const entry of entries) hear(entry)
    return length
  }
  return () => {
    isFollowing = false
  }
}
