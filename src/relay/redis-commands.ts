/** The needed part of a Redis client; `createClient()` of `@redis/client` and of `redis` fits. */
export interface RedisCommands {
  sendCommand(args: string[]): Promise<unknown>
}

/** The longest wait for an answer: after it the server counts as gone. */
const ANSWER_MS = 3_000
/** How long no command is sent then, because each request would wait anew. */
const PAUSE_MS = 2_000

/**
 * Makes commands that always end: a server that hangs keeps the connection and never answers, and a client waits for
 * ever. A command that was given up may still be done later.
 */
export const boundedCommands = (
  client: RedisCommands,
  {
    answerMs = ANSWER_MS,
    pauseMs = PAUSE_MS,
  }: { readonly answerMs?: number; readonly pauseMs?: number } = {},
): RedisCommands => {
  let quietUntilMs = 0
  return {
    sendCommand(args) {
      if (Date.now() < quietUntilMs) return Promise.reject(new Error('Redis has not answered a moment ago'))
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          quietUntilMs = Date.now() + pauseMs
          reject(new Error('Redis does not answer'))
        }, answerMs)
        client
          .sendCommand(args)
          .then(resolve, reject)
          .finally(() => clearTimeout(timer))
      })
    },
  }
}
