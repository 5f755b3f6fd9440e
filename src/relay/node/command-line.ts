import { parseArgs } from 'node:util'
import { SettingsError } from './settings-reader.ts'

export type Asked =
  | { readonly type: 'help' | 'serve' | 'work' }
  | {
      readonly type: 'dead'
      readonly action: 'list' | 'retry' | 'clear'
      readonly vendor: string
      /** The dead letter's id; all letters when it is left out. */
      readonly id?: string | undefined
      readonly limit: number
    }

export const HELP = `sendoff-relay: takes events of a site's pages and delivers them to vendors whose keys are private

  sendoff-relay [serve]                           listen, and take events
  sendoff-relay work                              deliver what waits in Redis; as many processes as you like
  sendoff-relay dead list <vendor> [--limit 20]   the events that were given up, and why
  sendoff-relay dead retry <vendor> <id>|--all    back into the queue, once their cause is repaired
  sendoff-relay dead clear <vendor> <id>|--all    forget them
  sendoff-relay --help

  It is set up by environment variables: RELAY.md of the package lists them.`

const DEFAULT_LIMIT = 20

const wrong = (problem: string): SettingsError => new SettingsError(`${problem}; see sendoff-relay --help`)

const isAction = (word: string | undefined): word is 'list' | 'retry' | 'clear' =>
  word === 'list' || word === 'retry' || word === 'clear'

interface Options {
  readonly all?: boolean | undefined
  readonly limit?: string | undefined
}

const deadFrom = ([action, vendor, id, ...rest]: readonly string[], { all, limit }: Options): Asked => {
  if (!isAction(action)) throw wrong(`dead ${action ?? 'has no action'}: expected list, retry or clear`)
  if (!vendor || rest.length > 0)
    throw wrong(
      `dead ${action} ${[vendor, id, ...rest].join(' ').trim()}: expected one vendor, and at most one id`,
    )
  if (action !== 'list' && !id === !all) throw wrong(`dead ${action}: expected an id or --all`)
  const most = Number(limit ?? DEFAULT_LIMIT)
  if (!Number.isInteger(most) || most < 1) throw wrong(`--limit is ${limit}; expected a whole number from 1`)
  return { type: 'dead', action, vendor, id, limit: most }
}

const parsedFrom = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        all: { type: 'boolean' },
        limit: { type: 'string' },
      },
    })
  } catch (error) {
    throw wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'wrong arguments')
  }
}

/** Returns what the command line asks for. @throws {SettingsError} when the command line has no meaning. */
export const askedFor = (args: readonly string[]): Asked => {
  const { values, positionals } = parsedFrom(args)
  const [command = 'serve', ...rest] = positionals
  if (values.help || command === 'help') return { type: 'help' }
  if (command === 'dead') return deadFrom(rest, values)
  if ((command !== 'serve' && command !== 'work') || rest.length > 0)
    throw wrong(`${positionals.join(' ')}: no such command`)
  return { type: command }
}
