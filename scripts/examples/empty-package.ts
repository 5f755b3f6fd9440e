import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TRACKER = `export const createTracker = () => {
  const track = () => ({})
  return Object.assign(track, { close() {} })
}`
const HOOKS = `'use client'
export const TrackerProvider = ({ children }) => children
export const useTrack = () => () => ({})
export const useTracked = () => {}
export const usePageView = () => {}`

/** Modules with the names that examples import, and nothing behind them. */
const EMPTY: Readonly<Record<string, string>> = {
  'index.js': TRACKER,
  'full/index.js': TRACKER,
  'vendors/klaviyo/destination.js': 'export const klaviyo = () => ({})',
  'react/index.js': HOOKS,
  'next/index.js': `${HOOKS}\nexport const Analytics = TrackerProvider`,
  'vue/index.js': `export const sendoff = { install() {} }
export const useTrack = () => () => ({})
export const useTracked = () => {}`,
}

/** The files that frameworks keep of the previous build. */
const CACHES = [
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.angular',
  'dist',
  'node_modules/.vite',
  'node_modules/.cache',
]

/** Empties the package that is installed in an application, so that another build shows the application without it. */
export const emptyPackage = (folder: string): void => {
  for (const cache of CACHES) rmSync(join(folder, cache), { recursive: true, force: true })
  for (const [name, code] of Object.entries(EMPTY)) {
    const place = join(folder, 'node_modules/sendoff/dist/esm', name)
    if (!existsSync(place)) throw new Error(`expected ${place}`)
    writeFileSync(place, code)
  }
}
