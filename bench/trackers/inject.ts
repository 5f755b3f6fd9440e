import type { Page } from '@playwright/test'

/** Milliseconds to compile and run a script on a page, its start included. */
export const inject = (page: Page, script: string): Promise<number> =>
  page.evaluate((text) => {
    const element = document.createElement('script')
    element.textContent = text
    const start = performance.now()
    document.head.append(element)
    return performance.now() - start
  }, script)
