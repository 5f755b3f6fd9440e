/** What the clicks on a button have cost. */
export interface Clicked {
  /** Milliseconds in the handler, of each click. */
  readonly handlerMs: readonly number[]
  /** From the input to the next frame, by Event Timing, of each interaction that took 16 ms or longer. */
  readonly durationsMs: readonly number[]
}

type Interaction = PerformanceEntry & { readonly interactionId: number }

/** The least that Event Timing tells of. */
const TOLD_FROM_MS = 16

/**
 * Puts a button over the whole page, whose handler works and shows that it has; the returned function tells what it cost so far.
 * @param work does what belongs to a click, counted from 0, and returns its milliseconds.
 */
export const watchClicks = (work: (click: number) => number): (() => Clicked) => {
  const handlerMs: number[] = []
  const durations = new Map<number, number>()
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as Interaction[])
      if (interactionId) durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0))
  }).observe({ type: 'event', durationThreshold: TOLD_FROM_MS } as PerformanceObserverInit)

  const button = document.createElement('button')
  button.style.cssText = 'position:fixed;inset:0;width:100%;height:100%'
  button.textContent = 'Put into the basket'
  button.addEventListener('click', () => {
    handlerMs.push(work(handlerMs.length))
    button.textContent = `${handlerMs.length} in the basket`
  })
  document.body.append(button)
  return () => ({ handlerMs, durationsMs: [...durations.values()] })
}
