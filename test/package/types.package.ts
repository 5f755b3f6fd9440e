import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { pack } from './packed.ts'

const { project, remove } = pack()

afterAll(remove)

const COMMONJS = `
import { createTracker } from 'sendoff'
import { klaviyo } from 'sendoff/klaviyo'
interface ShopEvents { Searched: { query: string } }
const track = createTracker<ShopEvents>({ destinations: [klaviyo({ companyId: undefined })] })
track('Searched', { query: 'tea' })
// @ts-expect-error there is no such event
track('Sought')`

const SCRIPT_TAG = `
import 'sendoff/globals'
declare global { interface SendoffEvents { Searched: { query: string } } }
const settled = async (): Promise<string> => (await (await track('Searched', { query: 'tea' })).settled).type
window.track.page?.('Cart', { items: 2 })
console.log(settled)
// @ts-expect-error there is no such event
track('Sought')
// @ts-expect-error what a script tag has started cannot be closed
track.close()`

test.each([
  ['a file of CommonJS', 'page.cts', COMMONJS],
  ['a module', 'page.mts', COMMONJS],
  ['a page with the script tag', 'tag.mts', SCRIPT_TAG],
])('the types are right in %s, found as Node finds them', (_, name, code) => {
  const place = join(project, name)
  writeFileSync(place, code)
  const program = ts.createProgram([place], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
  })
  const problems = ts.getPreEmitDiagnostics(program)
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([])
})
