// The script puts the WordPress plugin together in a folder: the recipe's files and the files of dist/ that it serves.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const SERVED = ['stub.js', 'sendoff.full.js', 'sendoff.worker.js']

/** Writes the plugin into a folder, which is made if it is missing. */
export const copyWordPressPlugin = (folder) => {
  mkdirSync(folder, { recursive: true })
  const recipe = join(root, 'recipes/wordpress')
  for (const name of readdirSync(recipe)) {
    const text = readFileSync(join(recipe, name), 'utf8')
    // A script stands in each page, where its comments are of no use.
    const written = name.endsWith('.js') ? transformSync(text, { minify: true }).code : text
    writeFileSync(join(folder, name), written)
  }
  for (const name of SERVED) copyFileSync(join(root, 'dist', name), join(folder, name))
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder] = process.argv
  if (folder) copyWordPressPlugin(folder)
  else {
    console.error('The folder is missing, such as wp-content/plugins/sendoff.')
    process.exitCode = 1
  }
}
