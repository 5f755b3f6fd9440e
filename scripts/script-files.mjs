/** The files for script tags that are minified, each with its entry below `src/`. One line a file: builds and tests follow. */
export const SCRIPT_FILES = {
  'sendoff.js': 'snippet.all.ts',
  'sendoff.full.js': 'full/snippet.ts',
  'sendoff.rejected.js': 'snippet.rejected.ts',
  'sendoff.bloomreach.js': 'snippet.bloomreach.ts',
  'sendoff.crowdpower.js': 'snippet.crowdpower.ts',
  'sendoff.helpcrunch.js': 'snippet.helpcrunch.ts',
  'sendoff.http.js': 'snippet.http.ts',
  'sendoff.klaviyo.js': 'snippet.klaviyo.ts',
  'sendoff.yotpo.js': 'snippet.yotpo.ts',
  'stub.js': 'stub.ts',
}
