import type { Properties } from '../../core/event.ts'

export type Flat = Readonly<Record<string, string | number | boolean>>

const flat = (value: unknown): string | number | boolean | undefined => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

/**
 * Returns the properties for a vendor that takes only texts, numbers and booleans: lists and objects become JSON text,
 * null is left out. Where `nameOf` makes two names equal, the later property counts; an empty name is left out.
 */
export const flatProperties = (
  properties: Properties,
  nameOf: (name: string) => string = (name) => name,
): Flat =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, given]) => {
      const value = flat(given)
      return value === undefined || !nameOf(name) ? [] : [[nameOf(name), value]]
    }),
  )
