// The command `sendoff-relay`: what it is told on its command line, with the process's environment.
import { askedFor, HELP } from './command-line.ts'
import { SettingsError } from './settings-reader.ts'

const say = (line: string): void =>
  console.error(`sendoff-relay: ${line.replaceAll('\n', '\nsendoff-relay: ')}`)

const MISSING = /Cannot find package '([^']+)'/

/** The message for the user of the command line; nothing where the mistake is ours. */
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
    // Loaded late, as the packages that it needs may not be there.
    const { run } = await import('./run-command.ts')
    await run(asked, process.env)
  }
} catch (error) {
  const problem = problemOf(error)
  if (problem === undefined) throw error
  say(problem)
  process.exitCode = 1
}
