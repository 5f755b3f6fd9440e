import { existsSync } from 'node:fs'
import { VENDOR_LIST } from '../scripts/vendors.mjs'
import { ADDRESS, type Counter, type Desk, type Refuse } from '../testing/emulators/desk.ts'

export type Desks = Readonly<Record<string, Desk>>

const counterOf = async (name: string): Promise<readonly [name: string, counter: Counter][]> => {
  const file = new URL(`../src/vendors/${name}/emulator/desk.ts`, import.meta.url)
  if (!existsSync(file)) return []
  const { counter } = (await import(file.href)) as { readonly counter: Counter }
  return [[name, counter]]
}

/** The vendors whose folder has a desk, by name. */
export const COUNTERS: Readonly<Record<string, Counter>> = Object.fromEntries(
  (await Promise.all(VENDOR_LIST.map(({ name }) => counterOf(name)))).flat(),
)

/** Makes all vendors, each with its emulator. */
export const createDesks = (refuse: Refuse): Desks =>
  Object.fromEntries(Object.entries(COUNTERS).map(([name, { open }]) => [name, open(refuse)]))

/** Returns a vendor's desk. @throws {RangeError} when there is none. */
export const deskOf = (desks: Desks, name: string): Desk => {
  const desk = desks[name]
  if (!desk) throw new RangeError(`no vendor is called ${name}: there is ${Object.keys(desks)}`)
  return desk
}

/** Returns the attributes of the script tag, for a vendor at `address`. */
export const attributesOf = ({ attributes }: Desk, address: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value.replace(ADDRESS, address)]),
  )
