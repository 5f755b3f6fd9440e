import type { WebDriver } from 'selenium-webdriver'
import type { Tab } from './engine.ts'

type Answer = { readonly value?: unknown; readonly error?: string }

/**
 * Makes the script that is sent to the page around another; the result or the error comes back in one envelope. The
 * envelope is text, because WebKit's driver reads and writes JSON with whatever the page has made of it.
 */
const inEnvelope = (script: unknown, argument: unknown): string => `
  const done = arguments[arguments.length - 1]
  const asItIs = function (name, value) { return Array.isArray(this[name]) ? this[name] : value }
  const tell = (answer) => done(JSON.stringify(answer, asItIs))
  const fail = (error) => tell({ error: String((error && error.stack) || error) })
  try {
    const returned = (${script})(${JSON.stringify(argument)})
    if (returned && returned.then) returned.then((value) => tell({ value }), fail)
    else tell({ value: returned })
  } catch (error) { fail(error) }`

/**
 * Makes a tab over WebDriver. A session has one current window, so commands are made in turn: `inTurn` runs one after
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
    address: () => inWindow(() => driver.getCurrentUrl()),
    evaluate: async <Result>(script: unknown, argument?: unknown): Promise<Result> => {
      const text = await inWindow(() => driver.executeAsyncScript<string>(inEnvelope(script, argument)))
      const { value, error }: Answer = JSON.parse(text)
      if (error) throw new Error(error)
      return value as Result
    },
    close: () => inWindow(() => driver.close()),
    bringToFront: () => inWindow(async () => undefined),
  }
}
