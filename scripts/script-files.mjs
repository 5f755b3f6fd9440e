/** All of these are in `sendoff.js` and `sendoff.full.js`. */
export const SHARED_VENDORS = ['klaviyo', 'bloomreach', 'crowdpower', 'helpcrunch', 'http', 'yotpo']

/** Each has a file of its own. */
export const VENDORS = [...SHARED_VENDORS, 'segment', 'posthog', 'amplitude', 'mixpanel']

/** What the bare tracker and one vendor may weigh. */
const ONE_VENDOR_BYTES = 10_752

const ofVendors = VENDORS.map((vendor) => [
  `sendoff.${vendor}.js`,
  { entry: `snippet.${vendor}.ts`, maxBytes: ONE_VENDOR_BYTES },
])

/**
 * The files for script tags, each with its entry below `src/` and the most bytes that it may have, compressed with
 * Brotli. One line a file: the build, the tests and the README's table follow.
 */
export const SCRIPT_FILES = {
  ...Object.fromEntries(ofVendors),
  'sendoff.js': { entry: 'snippet.all.ts', maxBytes: 13_056 },
  'sendoff.full.js': { entry: 'full/snippet.ts', maxBytes: 21_504 },
  'sendoff.worker.js': { entry: 'worker/snippet.ts', maxBytes: 14_336 },
  'sendoff.rejected.js': { entry: 'snippet.rejected.ts', maxBytes: 1_024 },
  'inspector.js': { entry: 'snippet.inspector.ts', maxBytes: 7_168 },
  // It stands in the page itself, where its bytes count as they are.
  'stub.js': { entry: 'stub.ts', maxInlineBytes: 320 },
}
