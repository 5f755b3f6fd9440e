import type { Tab, Visitor } from './engine.ts'

export interface Lender {
  /** Lends a browser that has not been to the sites of this test; the browser's `close` gives it back. */
  lend(): Promise<Visitor>
  /** Ends the browser that is kept. */
  end(): Promise<void>
}

/**
 * Lends one browser to one test after the other, because starting it takes longer than most tests. Each test has an
 * origin, and so a storage, of its own. A browser that was killed, crashed or restarted is not lent again.
 */
export const createLender = (launch: () => Promise<Visitor>): Lender => {
  let kept: Visitor | undefined

  const lend = async (): Promise<Visitor> => {
    const visitor = kept ?? (await launch())
    kept = undefined
    const open = new Set<Tab>()
    let isSpent = false
    return {
      async page() {
        const tab = await visitor.page()
        const close = tab.close.bind(tab)
        tab.close = async () => {
          open.delete(tab)
          await close()
        }
        open.add(tab)
        return tab
      },
      crash(tab) {
        isSpent = true
        return visitor.crash(tab)
      },
      kill() {
        isSpent = true
        return visitor.kill()
      },
      relaunch(circumstance) {
        isSpent = true
        return visitor.relaunch(circumstance)
      },
      forgetCookies: visitor.forgetCookies,
      async close() {
        if (isSpent || kept) return visitor.close()
        // Cookies do not depend on the port, so origins on one host share them.
        await visitor.forgetCookies()
        for (const tab of open) await tab.close()
        kept = visitor
      },
    }
  }

  return {
    lend,
    async end() {
      await kept?.close()
      kept = undefined
    },
  }
}
