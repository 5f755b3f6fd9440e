import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { internalFunctions } from '../../scripts/internal-functions.mjs'

/** A script, and a module that the package exports. Each property is named for what becomes of its name. */
const FILES = {
  'public.ts': `
    export interface Tracker { (name: string): void; publicMethod(): Receipt }
    export interface Receipt { then: () => void; onlyReached: () => void }
    export interface Destination { ownInterpret(): void }
    export const createTracker = (options: { publicOption: () => void; destinations: Destination[] }): Tracker =>
      Object.assign(() => options.publicOption(), { publicMethod: () => ({ then() {}, onlyReached() {} }) })
  `,
  'script.ts': `
    import { createTracker, type Destination } from './public.ts'

    interface Queue {
      ownBegin(): Promise<void>
      readonly ownSettle?: (() => void) | undefined
      encode(text: string): string
      skipWaiting(): void
      asText(): string
      asWord(): void
      sometimesData(): void
      asWitness: unknown
    }
    interface Record { stored: number; sometimesData: number }
    type Page = Window & { addedToWindow?: () => void }
    interface Dialog extends HTMLElement { addedToElement(): void }
    declare const lib: { declaredGlobal(): void }

    const destination: Destination = { ownInterpret: () => undefined }
    const queue: Queue = {
      ownBegin: async () => undefined,
      encode: (text) => text,
      skipWaiting: () => undefined,
      asText: () => '',
      asWord: () => undefined,
      sometimesData: () => undefined,
      asWitness: () => undefined,
    }
    const { ownBegin: begin, ownSettle } = queue
    const table: { [name: string]: () => void } = { inDictionary: () => undefined }
    const searched = { bySearch: () => undefined, byIndex: () => undefined }
    const listed = { byListing: () => undefined }
    const name = location.hash as keyof typeof searched
    const inferred = { ownInferred: () => 1, data: { ownData: 1 } }
    const page: Page = window
    const isApi = (value: unknown): value is { byGuard(): void } => !!value

    searched[name]()
    table.fromDictionary?.()
    for (const [, run] of Object.entries(listed)) run()
    for (const word of 'asWord another'.split(' ')) console.log(word)
    ;(globalThis as { byClaim?: () => void }).byClaim?.()
    if (isApi(page)) page.byGuard()
    page.addedToWindow?.()
    ;(document.body as Dialog).addedToElement()
    lib.declaredGlobal()
    const record: Record = { stored: inferred.ownInferred(), sometimesData: inferred.data.ownData }
    console.log('asText', queue.asText(), JSON.stringify(record))
    begin().then(() => ownSettle?.())
    new TextEncoder().encode(queue.encode(''))
    destination.ownInterpret()
    createTracker({ publicOption: () => undefined, destinations: [destination] }).publicMethod()
  `,
}

const found = (): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'sendoff-names-'))
  try {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
    return internalFunctions([join(folder, 'script.ts')], [join(folder, 'public.ts')], {
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      allowImportingTsExtensions: true,
      noEmit: true,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a script shortens the names of its own functions, and none that the page, the platform, a record or a text may have', {
  timeout: 300_000,
}, () => {
  expect(found()).toEqual(['ownBegin', 'ownInferred', 'ownInterpret', 'ownSettle'])
})
