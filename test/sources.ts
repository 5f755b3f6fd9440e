import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Every file below a folder, as paths below it with slashes, sorted; what was installed there is not ours. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((path) => !path.split('/').includes('node_modules'))
    .sort()

export interface Source {
  /** Below `src/`. */
  readonly path: string
  readonly text: string
  /** Paths below `src/`, types included; packages by their names. */
  readonly imports: readonly string[]
}

/** Of a file at `path` below `src/`. */
export const importsOf = (path: string, text: string): string[] =>
  ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? new URL(fileName, `file:///${path}`).pathname.slice(1) : fileName,
    )

/** The files that are built: without their tests, and without the vendors' emulators. */
export const sources: readonly Source[] = filesBelow(join(ROOT, 'src'))
  .filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('/emulator/'))
  .map((path) => {
    const text = readFileSync(join(ROOT, 'src', path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
