// `npm run test:loaded [-- seeds]`: runs `npm test` on a machine that has other work. The work is the simulation, in four
// threads that never wait: busy loops that may find something. Fails when either does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [seeds = '1000000'] = process.argv.slice(2)
const THREADS = '4'
/** After those seeds, as long as the tests go on: few at a time, since the last of them are waited for. */
const FURTHER_SEEDS = 20_000

const run = (...args) => spawn('npm', ['run', ...args], { cwd: root, stdio: 'inherit' })
const isGreen = async (child) => (await once(child, 'exit'))[0] === 0

// When all seeds are played before the tests are over, others follow: until then, the machine stays busy.
let areTestsOver = false
const keepBusy = async () => {
  let from = 1
  let count = Number(seeds)
  do {
    const isWithoutViolation = await isGreen(
      run('simulate', '--', '--seeds', `${count}`, '--from', `${from}`, '--jobs', THREADS),
    )
    if (!isWithoutViolation) return false
    from += count
    count = FURTHER_SEEDS
  } while (!areTestsOver)
  return true
}

const busy = keepBusy()
const arePassed = await isGreen(run('test'))
areTestsOver = true
if (!(await busy) || !arePassed) process.exitCode = 1
