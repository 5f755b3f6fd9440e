// The script writes the reference, docs/api/, from the doc comments of src/, and the tables of the guide from their
// sources. With a folder as first argument it writes only the reference, and there.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Application, ReflectionKind } from 'typedoc'
import { filledPages } from './filled-pages.mjs'
import { VENDORS } from './script-files.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = process.argv[2] ?? join(root, 'docs/api')

/** The entries of the package, each of which has a page of the same name. */
const ENTRIES = {
  sendoff: 'index.ts',
  ...Object.fromEntries(VENDORS.map((name) => [name, `vendors/${name}/destination.ts`])),
  rejected: 'rejected.ts',
  full: 'full/index.ts',
  react: 'react/index.ts',
  next: 'next/index.ts',
  vue: 'vue/index.ts',
  globals: 'full/globals.ts',
  relay: 'relay/index.ts',
  'relay-redis': 'relay/redis.ts',
}

const app = await Application.bootstrapWithPlugins({
  name: 'sendoff',
  entryPoints: Object.values(ENTRIES).map((path) => join(root, 'src', path)),
  tsconfig: join(root, 'tsconfig.docs.json'),
  plugin: ['typedoc-plugin-markdown'],
  readme: 'none',
  outputs: [{ name: 'markdown', path: out }],
  skipErrorChecking: true,
  sortEntryPoints: false,
  // Lines of sources would change the pages at every edit.
  disableSources: true,
  excludeInternal: true,
  hideGenerator: true,
  logLevel: 'Warn',
  treatWarningsAsErrors: true,
  // How a parameter list is spelled, and what is of the inside.
  intentionallyNotExported: ['src/tracker.ts:Rest', 'src/core/destination.ts:Records'],
  cleanOutputDir: true,
  router: 'module',
  hideBreadcrumbs: true,
  parametersFormat: 'table',
})
const project = await app.convert()
if (!project) throw new Error('typedoc: the sources do not compile')
for (const [name, path] of Object.entries(ENTRIES)) {
  const module = project.children?.find(({ name: found }) => `${found}.ts` === path)
  if (module) module.name = name
}
// A parameter that is destructured in the signature has no name there.
for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter))
  if (parameter.name === '__namedParameters') parameter.name = 'options'
app.validate(project)
await app.generateOutputs(project)
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1
if (!process.argv[2]) for (const [path, text] of filledPages(root)) writeFileSync(join(root, path), text)
