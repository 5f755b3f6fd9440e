import { boundedCommands, type RedisCommands } from '../redis-commands.ts'

type Given = readonly (string | number)[]

/** What is said to Redis, and by what names. */
export const createRedisCalls = (client: RedisCommands, prefix: string) => {
  const commands = boundedCommands(client)
  const send = <Result>(...command: Given) => commands.sendCommand(command.map(String)) as Promise<Result>
  const keysOf = (vendor: string): string => `${prefix}queue:${vendor}:`
  return {
    send,
    evaluate: <Result>(script: string, ...given: Given) => send<Result>('EVAL', script, 0, ...given),
    /** What the keys of a vendor's queue begin with. */
    keysOf,
    /** What the keys of its remembered ids begin with. */
    idsOf: (vendor: string): string => `${prefix}${vendor}:`,
    turnsOf: (vendor: string): string => `${keysOf(vendor)}turns`,
  }
}

export type RedisCalls = ReturnType<typeof createRedisCalls>
