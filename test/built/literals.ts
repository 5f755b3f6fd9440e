import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const LITERAL = /["'`]([\w\-/: ]{8,})["'`]/g

/**
 * The longer texts in a script, each with whether it stands on the line to which the map of the script leads.
 * @param folder where a map's own way to the sources begins.
 */
export const literalsIn = (code: string, map: string, folder: string) => {
  const sources = new SourceMap(JSON.parse(map))
  const beginning = pathToFileURL(join(folder, '/'))
  return code.split('\n').flatMap((line, row) =>
    [...line.matchAll(LITERAL)].map(({ 1: text = '', index }) => {
      const found = sources.findEntry(row, index)
      const source = 'originalSource' in found ? found : undefined
      const lines = source && readFileSync(new URL(source.originalSource, beginning), 'utf8').split('\n')
      return { text, isFound: !!lines?.[source?.originalLine ?? 0]?.includes(text) }
    }),
  )
}
