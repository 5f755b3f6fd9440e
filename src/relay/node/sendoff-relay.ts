// The command `sendoff-relay` takes its command line and the process's environment.
import { askedFor, HELP } from './command-line.ts'
import { SettingsError } from './settings-reader.ts'

const say = (line: string): void =>
  console.error(`sendoff-relay: ${line.replaceAll('\n', '\nsendoff-relay: ')}`)

const MISSING = /Cannot find package '([^']+)'/

/** Returns the message for the user of the command line; nothing where the mistake is the relay's own. */
const problemOf = (error: unknown): string | undefined => {
  if (error instanceof SettingsError) return error.message
  const [, name] = MISSING.exec(`${error}`) ?? []
  return (
    name &&
    `${name} is not installed; the relay needs:\nnpm install @hono/node-server hono @redis/client prom-client rate-limiter-flexible`
  )
}

try {
  const asked = askedFor(process.argv.slice(2))
  if (asked.type === 'help') console.log(HELP)
  else {
    // The module is loaded late, because the packages that it needs may be missing.
    const { run } = await import('./run-command.ts')
    await run(asked, process.env)
  }
} catch (error) {
  const problem = problemOf(error)
  if (problem === undefined) throw error
  say(problem)
  process.exitCode = 1
}
