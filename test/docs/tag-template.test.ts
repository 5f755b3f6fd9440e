import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { freeNames, readTagTemplate } from './tag-template.ts'

const { info, parameters, code, permissions, tests } = readTagTemplate()
const { setup, scenarios } = parse(tests) as {
  readonly setup: string
  readonly scenarios: readonly { readonly name: string; readonly code: string }[]
}

type Api = (...args: unknown[]) => unknown

/** What the tag manager offers to a template's own tests. */
const createHarness = () => {
  const makeTableMap = (rows: readonly Record<string, string>[], key: string, value: string) =>
    Object.fromEntries(rows.map((row) => [row[key], row[value]]))
  const apis = new Map<string, ReturnType<typeof vi.fn<Api>>>()
  const mock = (name: string, implementation: Api) => apis.set(name, vi.fn(implementation))
  const apiOf = (name: string) => apis.get(name) ?? mock(name, () => undefined).get(name) ?? vi.fn<Api>()
  mock('makeTableMap', makeTableMap as unknown as Api)
  return {
    mock,
    assertThat: (actual: unknown) => ({ isEqualTo: (expected: unknown) => expect(actual).toEqual(expected) }),
    assertApi: (name: string) => ({
      wasCalled: () => expect(apiOf(name), name).toHaveBeenCalled(),
      wasNotCalled: () => expect(apiOf(name), name).not.toHaveBeenCalled(),
    }),
    runCode: (fields: object) => {
      const data = { ...fields, gtmOnSuccess: apiOf('gtmOnSuccess'), gtmOnFailure: apiOf('gtmOnFailure') }
      new Function('require', 'data', code)(apiOf, data)
    },
  }
}

describe('the template for Google Tag Manager', () => {
  test('is a tag for pages', () => {
    expect(info).toMatchObject({ type: 'TAG', containerContexts: ['WEB'] })
  })

  test('uses nothing but what it requires and the fields that it declares', () => {
    expect(freeNames(code)).toEqual(['data', 'require'])
    const fields = [...code.matchAll(/\bdata\.(\w+)/g)].map(([, name]) => name)
    const declared = [...parameters.map(({ name }) => name), 'gtmOnSuccess', 'gtmOnFailure']
    expect([...new Set(fields)].sort()).toEqual(declared.sort())
  })

  test('asks for as little of the page as it uses', () => {
    expect(permissions).toEqual({
      globals: {
        sendoffTag: { read: true, write: true, execute: false },
        track: { read: false, write: false, execute: true },
      },
      scripts: ['https://shop.example/*'],
    })
  })

  test('brings tests', () => {
    expect(scenarios.length).toBeGreaterThan(3)
  })

  test.each(scenarios)('$name', (scenario) => {
    const { runCode, mock, assertThat, assertApi } = createHarness()
    const run = new Function('runCode', 'mock', 'assertThat', 'assertApi', `${setup}\n${scenario.code}`)
    run(runCode, mock, assertThat, assertApi)
    expect.hasAssertions()
  })
})
