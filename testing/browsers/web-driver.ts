import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const STARTS_WITHIN_MS = 10_000
const POLL_MS = 20

export interface WebDriverServer {
  readonly url: string
  stop(): void
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port')
  return address.port
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/status`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Starts WebKit's driver, whose browsers get the environment `env`. */
export const startWebDriver = async (
  executablePath: string,
  env: NodeJS.ProcessEnv,
): Promise<WebDriverServer> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const driver: ChildProcess = spawn(executablePath, [`--port=${port}`, '--host=127.0.0.1'], {
    env,
    stdio: 'ignore',
  })
  const deadlineMs = performance.now() + STARTS_WITHIN_MS
  while (!(await answers(url))) {
    if (performance.now() > deadlineMs) throw new Error(`${executablePath} does not answer at ${url}`)
    await sleep(POLL_MS)
  }
  return { url, stop: () => void driver.kill('SIGKILL') }
}
