import type { DeadLetter, WorkQueue } from '../queue/work-queue.ts'
import type { Asked } from './command-line.ts'

type AskedForDead = Extract<Asked, { type: 'dead' }>

const PAGE = 100

/** Makes the line of a dead letter. It has nothing about the person, whose data stays in Redis. */
const lineOf = ({ id, reason, detail, record: { event, tries, atMs } }: DeadLetter): string =>
  JSON.stringify({
    id,
    reason,
    ...(detail && { detail }),
    name: event.name,
    eventId: event.id,
    tries,
    accepted: new Date(atMs).toISOString(),
  })

const lettersOf = async (
  { vendor, id, limit, action }: AskedForDead,
  queue: WorkQueue,
): Promise<readonly DeadLetter[]> => {
  if (action === 'list') return queue.dead(vendor, '-', limit)
  const letters = await queue.dead(vendor, id ?? '-', id ? 1 : PAGE)
  return id ? letters.filter((letter) => letter.id === id) : letters
}

/** Lists, retries or clears dead letters; it prints a line for each. */
export const runDead = async (
  asked: AskedForDead,
  queue: WorkQueue,
  tell: (line: string) => void,
): Promise<void> => {
  const { action, vendor, id } = asked
  let letters = await lettersOf(asked, queue)
  if (action === 'list') {
    for (const letter of letters) tell(lineOf(letter))
    return
  }
  let done = 0
  while (letters.length > 0) {
    for (const letter of letters)
      await (action === 'retry' ? queue.revive(vendor, letter) : queue.forget(vendor, letter))
    done += letters.length
    letters = id ? [] : await lettersOf(asked, queue)
  }
  tell(JSON.stringify({ vendor, [action === 'retry' ? 'retried' : 'cleared']: done }))
}
