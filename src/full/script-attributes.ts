import type { FullOptions } from './full-options.ts'

/** Attributes that are switches: on without a value, off with a value of `OFF`. */
const SWITCHES = ['gpc', 'context', 'pageviews', 'declarative', 'outbound']
const OFF: readonly unknown[] = ['false', 'off', 'ignore']
const ON: readonly unknown[] = ['', 'true', 'on']

/**
 * Reads the script tag's attributes as options. All values are texts; a switch that is neither on nor off is refused
 * later.
 */
export const fromAttributes = (options: FullOptions): FullOptions => {
  const read = ([name, given]: [string, unknown]) => {
    // Several names are separated by spaces or commas.
    if (name === 'clickIds') return [name, `${given}`.split(/[\s,]+/).filter(Boolean)]
    if (!SWITCHES.includes(name)) return [name, given]
    return [name, ON.includes(given) || (OFF.includes(given) ? false : given)]
  }
  return { ...options, ...Object.fromEntries(Object.entries(options).map(read)) }
}
