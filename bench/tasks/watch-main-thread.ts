import type { Page } from '@playwright/test'

/** What a browser calls a long task. */
export const MAX_TASK_MS = 50

/** A task of a page's main thread that took longer than `MAX_TASK_MS` by the clock. */
export interface LongTask {
  readonly ms: number
  /** What its thread was given of that: on a busy machine the rest went to others, most of them the browser's own. */
  readonly processorMs: number
}

/** An event of a browser's trace; times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`

/** Watches the main thread of a page until it is told to stop; then resolves with its long tasks. */
export const watchMainThread = async (page: Page): Promise<() => Promise<readonly LongTask[]>> => {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const isOver = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  })
  return async () => {
    await session.send('Tracing.end')
    await isOver
    await session.detach()
    const mainThreads = new Set(
      events
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(threadOf),
    )
    const tasks = events.filter(
      (event) => event.name === 'ThreadControllerImpl::RunTask' && mainThreads.has(threadOf(event)),
    )
    if (!tasks.length) throw new Error('The trace holds no task of a main thread')
    return tasks
      .map(({ dur = 0, tdur = dur }) => ({ ms: dur / 1_000, processorMs: tdur / 1_000 }))
      .filter(({ ms }) => ms > MAX_TASK_MS)
  }
}
