import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

type Environment = Readonly<Record<string, string | undefined>>

const placesOn = (platform: string, env: Environment): readonly string[] => {
  if (platform === 'darwin')
    return ['', env.HOME ?? ''].flatMap((root) =>
      MAC_APPS.map((app) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`),
    )
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((root) =>
      root ? WINDOWS.map((path) => `${root}\\${path}`) : [],
    )
  const folders = [
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    ...(env.PATH ?? '').split(delimiter).filter(Boolean),
  ]
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
}

/** Returns the path of a Chrome, Chromium or Edge of this machine; undefined where none is in a usual place. */
export const installedChromium = (
  platform: string,
  env: Environment,
  exists = existsSync,
): string | undefined => placesOn(platform, env).find((path) => exists(path))
