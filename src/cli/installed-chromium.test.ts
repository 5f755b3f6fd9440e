import { expect, test } from 'vitest'
import { installedChromium } from './installed-chromium.ts'

test.each([
  ['linux', '/opt/bin/chromium', { PATH: '/usr/bin:/opt/bin' }],
  ['linux', '/snap/bin/chromium', {}],
  ['darwin', '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium', { HOME: '/Users/ada' }],
  ['win32', 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe', { PROGRAMFILES: 'C:\\Programs' }],
])('finds on %s %s', (platform, path, env) => {
  expect(installedChromium(platform, env, (tried) => tried === path)).toBe(path)
})

test('finds none where there is none', () => {
  expect(installedChromium('linux', {}, () => false)).toBeUndefined()
})
