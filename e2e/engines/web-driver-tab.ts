import type { WebDriver } from 'selenium-webdriver'
import type { Tab } from './engine.ts'

type Answer = { readonly value?: unknown; readonly error?: string }

/** Sent to the page in front of a script; what the script returns or throws comes back in one envelope. */
const inEnvelope = (script: unknown): string => `
  const [argument, done] = arguments
  const fail = (error) => done({ error: String((error && error.stack) || error) })
  try {
    const returned = (${script})(argument)
    if (returned && returned.then) returned.then((value) => done({ value }), fail)
    else done({ value: returned })
  } catch (error) { fail(error) }`

/**
 * A tab over WebDriver. A session has one current window, so commands are made in turn: `inTurn` runs one after
 * the other, whichever tab they are for.
 */
export const createWebDriverTab = (
  driver: WebDriver,
  handle: string,
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Tab => {
  const inWindow = <Result>(work: () => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      await driver.switchTo().window(handle)
      return work()
    })

  return {
    goto: (url) => inWindow(() => driver.get(url)),
    evaluate: async <Result>(script: unknown, argument?: unknown): Promise<Result> => {
      const { value, error } = await inWindow(() =>
        driver.executeAsyncScript<Answer>(inEnvelope(script), argument),
      )
      if (error) throw new Error(error)
      return value as Result
    },
    close: () => inWindow(() => driver.close()),
    bringToFront: () => inWindow(async () => undefined),
  }
}
