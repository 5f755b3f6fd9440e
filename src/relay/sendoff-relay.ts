// The command `sendoff-relay`: starts the relay with the process's environment.
import { SettingsError } from './settings.ts'
import { startRelay } from './start-relay.ts'

const say = (line: string): void =>
  console.error(`sendoff-relay: ${line.replaceAll('\n', '\nsendoff-relay: ')}`)

try {
  const { host, port, stop } = await startRelay(process.env, say)
  console.log(`sendoff-relay: listening on http://${host}:${port}`)
  const end = async (): Promise<void> => {
    await stop()
    process.exit(0)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  say(error.message)
  process.exitCode = 1
}
