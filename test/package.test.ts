import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, sources } from './sources.ts'

interface LockedPackage {
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, unknown>>
}

const jsonOf = <Content>(name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Content
const manifest = jsonOf<Manifest>('package.json')
const lockedIn = (name: string) =>
  Object.entries(
    jsonOf<{ readonly packages: Readonly<Record<string, LockedPackage>> }>(name).packages,
  ).filter(([place]) => place !== '')
const locked = lockedIn('package-lock.json')

const BROWSER = ['idb-keyval']
/** What a framework's entry has from the site itself: peers that are optional. */
const FRAMEWORKS = ['next/navigation.js', 'react', 'vue']
/** Of the Node start alone: the handler itself needs none. */
const RELAY = ['@hono/node-server', '@redis/client', 'hono', 'prom-client', 'rate-limiter-flexible']

test('a page gets one dependency; those of the relay’s Node start are its owner’s to install', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(BROWSER)
  expect(Object.keys(manifest.peerDependencies)).toEqual(
    [...RELAY, 'next', 'playwright-core', 'react', 'vue'].toSorted(),
  )
  expect(RELAY.filter((name) => !manifest.peerDependenciesMeta[name]?.optional)).toEqual([])
  const inBrowser = sources.filter(({ path }) => !/^(relay|cli)\//.test(path))
  const packages = inBrowser.flatMap(({ imports }) => imports.filter((from) => !from.endsWith('.ts')))
  expect([...new Set(packages)].sort()).toEqual([...BROWSER, ...FRAMEWORKS].sort())
})

test('every version is one version', () => {
  const { dependencies: peers } = jsonOf<Manifest>('bench/package.json')
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies, ...peers })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('installing runs no script of ours and of no dependency that is shipped', () => {
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([])
  const shipped = ([place, { dev }]: (typeof locked)[number]) =>
    !dev || RELAY.some((name) => place === `node_modules/${name}`)
  const running = locked.filter((one) => one[1].hasInstallScript && shipped(one))
  expect(running.map(([place]) => place)).toEqual([])
})

describe.each(['package-lock.json', 'bench/package-lock.json'])('the lock file %s', (name) => {
  const locked = lockedIn(name)

  test('names no address: packages come from whatever registry the reader uses', () => {
    expect(locked.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([])
  })

  test('knows the content of every package', () => {
    expect(locked.filter(([, { integrity, link }]) => !integrity && !link).map(([place]) => place)).toEqual(
      [],
    )
  })
})

test('what the package exports is there', () => {
  const filesOf = (entry: unknown): readonly string[] =>
    typeof entry === 'string' ? [entry] : Object.values(entry ?? {}).flatMap(filesOf)
  const files = filesOf(manifest.exports)
  expect(files.filter((file) => !file.includes('*') && !existsSync(join(ROOT, file)))).toEqual([])
})
