import type { z } from 'zod'
import {
  documentIn,
  isJson,
  type ReceivedRequest,
  type Refusal,
  refused,
  type Verdict,
} from '../../../../testing/emulators/recording.ts'
import type { BloomreachAccount } from './account.ts'
import { type BloomreachEvent, type BloomreachSchemas, commandSchema } from './schema.ts'

export interface JudgeOptions {
  readonly projectToken: string
  readonly key: string
  readonly now: () => number
  readonly commandsPerRequest: number
  readonly schemas: BloomreachSchemas
  readonly account: BloomreachAccount
  readonly refuse: (event: BloomreachEvent) => string | undefined
  readonly isLimited: () => boolean
  readonly onRepeat: () => void
}

interface Result {
  readonly success: boolean
  readonly errors?: readonly string[]
  readonly refusal?: Refusal
}

const failed = (errors: readonly string[], refusal: Refusal = 'contract'): Result => ({
  success: false,
  errors,
  refusal,
})

const messagesOf = (error: z.core.$ZodError): readonly string[] =>
  error.issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message))

/** Refuses the whole request, as "Request body errors" describes it. */
const badRequest = (message: string): Verdict => refused(400, { success: false, message }, message)

/**
 * Refuses the access, as "Authorization errors" describes it: the captured 400 had no header that lets a page read it.
 */
const noAccess = (status: number, error: string): Verdict => ({
  ...refused(status, { success: false, error }, error),
  readable: status !== 400,
})

/** Decides about requests as one Bloomreach project does. */
export const createBloomreachJudge = (options: JudgeOptions) => {
  const { projectToken, key, now, commandsPerRequest, schemas, account, refuse } = options

  const addEvent = (data: unknown): Result => {
    const { data: event, error } = schemas['customers/events'].safeParse(data)
    if (!event) return failed(messagesOf(error))
    const reason = refuse(event)
    if (reason !== undefined) return failed([reason], 'asked')
    if (!account.record(event, now())) options.onRepeat()
    return { success: true }
  }

  const updateCustomer = (data: unknown): Result => {
    const { data: update, error } = schemas.customers.safeParse(data)
    if (!update) return failed(messagesOf(error))
    account.update(update)
    return { success: true }
  }

  const run = (command: unknown): Result & { readonly command_id?: string | undefined } => {
    const { data: known, error } = commandSchema.safeParse(command)
    if (!known) return failed(messagesOf(error))
    const { name, data, command_id } = known
    const result =
      name === 'customers/events'
        ? addEvent(data)
        : name === 'customers'
          ? updateCustomer(data)
          : failed([`Unsupported command ${name}`])
    return { ...result, ...(command_id !== undefined && { command_id }) }
  }

  const runAll = (commands: readonly unknown[]): Verdict => {
    const start_time = now() / 1_000
    const done = commands.map(run)
    const refusals = done.flatMap(({ refusal }) => refusal ?? [])
    const results = done.map(({ refusal: _told, ...result }) => result)
    const [refusal] = refusals.includes('contract') ? (['contract'] as const) : refusals
    return {
      status: 200,
      // The top-level `success` says nothing of the commands.
      answer: { results, start_time, end_time: now() / 1_000, success: true },
      events: commands.length,
      ...(refusal && { refusal }),
      details: done.flatMap(({ errors = [] }) => errors),
    }
  }

  const accessError = ({ url, headers }: ReceivedRequest, project: string): Verdict | undefined => {
    const [scheme, token] = (headers.get('authorization') ?? '').split(' ')
    const given = url.searchParams.get('access_token') ?? (scheme === 'Token' ? token : undefined)
    if (project !== projectToken) return noAccess(400, 'Invalid project id')
    return given === key ? undefined : noAccess(401, 'Could not authenticate')
  }

  return (request: ReceivedRequest): Verdict => {
    const [, project, route] = /^\/track\/v2\/projects\/([^/]*)\/(.*)$/.exec(request.url.pathname) ?? []
    if (!project || !['batch', 'customers', 'customers/events'].includes(`${route}`))
      return refused(404, { success: false, error: 'Not found' }, `No endpoint at ${request.url.pathname}`)
    if (request.method !== 'POST') return refused(405, { success: false }, `Method ${request.method}`)
    const denied = accessError(request, project)
    if (denied) return denied
    if (options.isLimited()) return refused(429, { success: false }, 'Too many requests', 'rate-limit')
    const found =
      isJson(request.headers) && !request.headers.has('content-encoding') && documentIn(request.text)
    if (!found) return badRequest('Invalid JSON')
    if (route !== 'batch') {
      const { refusal, ...result } = run({ name: route, data: found.document })
      const details = result.errors ?? []
      return { status: 200, answer: result, events: 1, details, ...(refusal && { refusal }) }
    }
    const { commands, ...others } = { ...(found.document as { readonly commands?: unknown }) }
    if (!Array.isArray(commands) || commands.length === 0) return badRequest('No commands')
    if (Object.keys(others).length > 0) return badRequest(`Unknown fields ${Object.keys(others)}`)
    if (commands.length > commandsPerRequest) return badRequest('Too many commands')
    return runAll(commands)
  }
}
