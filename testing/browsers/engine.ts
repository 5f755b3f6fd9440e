export type EngineName = 'chromium' | 'firefox' | 'webkit'

/** What a visitor has set in the browser, or a full device imposes: a private window, no cookies, little room. */
export type Circumstance = 'usual' | 'private' | 'no-cookies' | 'little-room'

/** What every driver can do with a tab; Playwright's `Page` is one. */
export interface Tab {
  goto(url: string): Promise<unknown>
  /**
   * Asks the browser for the page's URL. The page itself is not asked, because a page that is left takes the question
   * into the back/forward cache, and the driver waits for the answer.
   */
  address?(): Promise<string>
  /** Runs a script in the page; it may return a promise. Its argument and its result must be JSON. */
  evaluate<Result>(script: () => Result | Promise<Result>): Promise<Result>
  evaluate<Result, Argument>(
    script: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>
  /** Closes the tab as a visitor does. */
  close(): Promise<void>
  bringToFront(): Promise<void>
}

/** A browser on a profile of its own, which outlives it. */
export interface Visitor {
  /** Opens a new tab. */
  page(): Promise<Tab>
  /** Crashes the process that renders `tab`, and no other. */
  crash(tab: Tab): Promise<void>
  /** Removes all cookies. */
  forgetCookies(): Promise<void>
  /** Ends the browser as a visitor does, then removes the profile. */
  close(): Promise<void>
  /** Ends every process of the browser at once with SIGKILL, as a crash or a power cut does. The profile stays. */
  kill(): Promise<void>
  /**
   * Ends the browser as a visitor does, unless it was killed, and starts it again on the same profile, in the same
   * circumstance if no other is given.
   */
  relaunch(circumstance?: Circumstance): Promise<void>
}
