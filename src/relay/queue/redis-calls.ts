import { boundedCommands, type RedisCommands } from '../redis-commands.ts'

type Given = readonly (string | number)[]

/** Sends commands to Redis, and makes the names of its keys. */
export const createRedisCalls = (client: RedisCommands, prefix: string) => {
  const commands = boundedCommands(client)
  const send = <Result>(...command: Given) => commands.sendCommand(command.map(String)) as Promise<Result>
  const keysOf = (vendor: string): string => `${prefix}queue:${vendor}:`
  return {
    send,
    evaluate: <Result>(script: string, ...given: Given) => send<Result>('EVAL', script, 0, ...given),
    /** The beginning of the keys of a vendor's queue. */
    keysOf,
    /** The beginning of the keys of a vendor's remembered ids. */
    idsOf: (vendor: string): string => `${prefix}${vendor}:`,
    turnsOf: (vendor: string): string => `${keysOf(vendor)}turns`,
  }
}

export type RedisCalls = ReturnType<typeof createRedisCalls>
