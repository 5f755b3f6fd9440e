import { VENDOR_LIST } from './vendors.mjs'

/** The vendors, each of which has a file of its own. */
export const VENDORS = VENDOR_LIST.map(({ name }) => name)

/** The vendors that are in `sendoff.js` and `sendoff.full.js`. */
export const SHARED_VENDORS = VENDOR_LIST.filter(({ inSharedScripts }) => inSharedScripts).map(
  ({ name }) => name,
)

/** The most bytes of the bare tracker with one vendor. */
const ONE_VENDOR_BYTES = 12_160

const ofVendors = VENDORS.map((vendor) => [
  `sendoff.${vendor}.js`,
  { entry: `vendors/${vendor}/script.ts`, maxBytes: ONE_VENDOR_BYTES },
])

/**
 * The files for script tags, each with its entry below `src/` and the most bytes that it may have, compressed with
 * Brotli. The build, the tests and the README's table follow this list.
 */
export const SCRIPT_FILES = {
  ...Object.fromEntries(ofVendors),
  'sendoff.js': { entry: 'entries/all.ts', maxBytes: 14_320 },
  'sendoff.full.js': { entry: 'entries/full.ts', maxBytes: 23_264 },
  'sendoff.worker.js': { entry: 'entries/worker.ts', maxBytes: 16_432 },
  'sendoff.rejected.js': { entry: 'entries/rejected.ts', maxBytes: 1_024 },
  'inspector.js': { entry: 'entries/inspector.ts', maxBytes: 7_168 },
  // The stub stands in the page itself, where its bytes count uncompressed.
  'stub.js': { entry: 'entries/stub.ts', maxInlineBytes: 320 },
}
