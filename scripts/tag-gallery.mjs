// The script prepares the repository that Google Tag Manager's Community Template Gallery asks for: the template, its
// licence, and metadata that name the commit with the template. In a clone of an earlier repository it adds a version.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse, stringify } from 'yaml'

const recipe = join(dirname(dirname(fileURLToPath(import.meta.url))), 'recipes/google-tag-manager')

/** The categories that the gallery knows; a template has one to three. */
export const CATEGORIES =
  'ADVERTISING AFFILIATE_MARKETING ANALYTICS ATTRIBUTION CHAT CONVERSIONS DATA_WAREHOUSING EMAIL_MARKETING EXPERIMENTATION HEAT_MAP LEAD_GENERATION MARKETING PERSONALIZATION REMARKETING SALES SESSION_RECORDING SOCIAL SURVEY TAG_MANAGEMENT UTILITY'.split(
    ' ',
  )

/**
 * Replaces the address of the recipe's shop, because a shop that takes the template from the gallery has another
 * address.
 */
const forEverybody = (template) => template.replace('"https://shop.example/*"', '"https://*/*"')

/**
 * Prepares the repository.
 * @param {string} folder the repository, which is made where there is none.
 * @param {string} changeNotes what the gallery tells of this version.
 */
export const prepareGallery = (folder, changeNotes) => {
  mkdirSync(folder, { recursive: true })
  const git = (...args) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
  if (!existsSync(join(folder, '.git'))) git('init', '--quiet')
  const template = forEverybody(readFileSync(join(recipe, 'sendoff.tpl'), 'utf8'))
  writeFileSync(join(folder, 'template.tpl'), template)
  for (const name of ['LICENSE', 'README.md']) copyFileSync(join(recipe, name), join(folder, name))
  git('add', 'template.tpl', 'LICENSE', 'README.md')
  if (!git('status', '--porcelain')) throw new Error(`${folder}: nothing has changed since its last version`)
  git('commit', '--quiet', '-m', 'Change the template')

  const place = join(folder, 'metadata.yaml')
  const { versions = [], ...others } = existsSync(place) ? parse(readFileSync(place, 'utf8')) : {}
  const version = { sha: git('rev-parse', 'HEAD'), changeNotes }
  writeFileSync(place, stringify({ ...others, versions: [version, ...versions] }))
  git('add', 'metadata.yaml')
  git('commit', '--quiet', '-m', 'Name the version')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder, changeNotes] = process.argv
  if (folder && changeNotes) prepareGallery(folder, changeNotes)
  else {
    console.error('Expected a folder, and a sentence on what is new.')
    process.exitCode = 1
  }
}
