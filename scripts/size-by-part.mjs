// Where the bytes of sendoff.klaviyo.js are: `npm run size`.
import { SourceMap } from 'node:module'
import { basename } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundle } from './bundle.mjs'

/** What the files are for. */
const PARTS = {
  'the face: options, stub, track, receipts, events, status': [
    'client.ts',
    'config.ts',
    'emitter.ts',
    'options.ts',
    'script-data.ts',
    'snippet.ts',
    'snippet.klaviyo.ts',
    'world.ts',
  ],
  'ids, identity, JSON': ['event.ts', 'id.ts', 'identity.ts', 'json.ts', 'random.ts'],
  "Klaviyo's contract": ['klaviyo.ts', 'outcome.ts', 'destination.ts'],
  'IndexedDB, through idb-keyval': ['index.js', 'indexed-db.ts', 'local-area.ts'],
  'storage that fails: reopening, memory': ['durable.ts', 'store.ts'],
  'the queue: records, batches, settling': [
    'attempt.ts',
    'batch.ts',
    'chunk.ts',
    'gather.ts',
    'prune.ts',
    'queue.ts',
    'settle.ts',
  ],
  'the last moment: hand-off, notes, life cycle': ['hand-off.ts', 'lifecycle.ts', 'notes.ts'],
  'pace, back-off, narrowing, state of all tabs': ['state.ts'],
  'rounds, locks, requests': ['fetch.ts', 'lane.ts', 'lock.ts', 'transport.ts'],
}

const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

const { code, map } = await bundle('snippet.klaviyo.ts')
const sources = new SourceMap(JSON.parse(map))
/** The source file of each character. */
const owners = code
  .split('\n')
  .flatMap((line, row) =>
    Array.from(`${line}\n`, (_, column) => basename(sources.findEntry(row, column).originalSource ?? '')),
  )

const without = (files) => [...code].filter((_, at) => !files.includes(owners[at])).join('')

console.log(`dist/sendoff.klaviyo.js: ${code.length} bytes, ${brotli(code)} with Brotli\n`)
console.log('   bytes  less with Brotli, were they not there')
const named = Object.values(PARTS).flat()
const others = [...new Set(owners)].filter((file) => !named.includes(file))
for (const [part, files] of [...Object.entries(PARTS), ['what the bundle itself needs', others]]) {
  const rest = without(files)
  const [bytes, compressed] = [code.length - rest.length, brotli(code) - brotli(rest)]
  console.log(`${`${bytes}`.padStart(8)} ${`${compressed}`.padStart(17)}  ${part}`)
}
