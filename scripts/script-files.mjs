import { VENDOR_LIST } from './vendors.mjs'

/** Each has a file of its own. */
export const VENDORS = VENDOR_LIST.map(({ name }) => name)

/** All of these are in `sendoff.js` and `sendoff.full.js`. */
export const SHARED_VENDORS = VENDOR_LIST.filter(({ inSharedScripts }) => inSharedScripts).map(
  ({ name }) => name,
)

/** What the bare tracker and one vendor may weigh. */
const ONE_VENDOR_BYTES = 12_000

const ofVendors = VENDORS.map((vendor) => [
  `sendoff.${vendor}.js`,
  { entry: `vendors/${vendor}/script.ts`, maxBytes: ONE_VENDOR_BYTES },
])

/**
 * The files for script tags, each with its entry below `src/` and the most bytes that it may have, compressed with
 * Brotli. One line a file: the build, the tests and the README's table follow.
 */
export const SCRIPT_FILES = {
  ...Object.fromEntries(ofVendors),
  'sendoff.js': { entry: 'entries/all.ts', maxBytes: 14_144 },
  'sendoff.full.js': { entry: 'entries/full.ts', maxBytes: 23_104 },
  'sendoff.worker.js': { entry: 'entries/worker.ts', maxBytes: 16_064 },
  'sendoff.rejected.js': { entry: 'entries/rejected.ts', maxBytes: 1_024 },
  'inspector.js': { entry: 'entries/inspector.ts', maxBytes: 7_168 },
  // It stands in the page itself, where its bytes count as they are.
  'stub.js': { entry: 'entries/stub.ts', maxInlineBytes: 320 },
}
