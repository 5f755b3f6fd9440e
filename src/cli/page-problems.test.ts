import { describe, expect, test } from 'vitest'
import type { VisitedPage } from './page-facts.ts'
import { problemsOf, vendorOf } from './page-problems.ts'

const SRC = 'https://shop.test/assets/sendoff.klaviyo.0.1.0.js'
const TAG = { src: SRC, type: '', data: { key: 'AbC123' } }
const FINE: VisitedPage = {
  tags: [TAG],
  options: undefined,
  stub: 'before',
  state: 'tracker',
  told: [],
  violations: [],
  failures: {},
  unreachable: '',
}
const page = (differences: Partial<VisitedPage>): VisitedPage => ({ ...FINE, ...differences })
const withData = (data: Readonly<Record<string, string>>, src = SRC) =>
  page({ tags: [{ ...TAG, src, data }] })

test('a page on which all is well has no problem', () => {
  expect(problemsOf(FINE)).toEqual([])
})

test.each([
  ['sendoff.klaviyo.js', {}, 'klaviyo'],
  ['sendoff.bloomreach.0.1.0-c27c9fd.js', {}, 'bloomreach'],
  ['sendoff.js', { destination: 'crowdpower' }, 'crowdpower'],
  ['sendoff.full.0.1.0.js', {}, undefined],
  ['sendoff.js', {}, undefined],
])('%s with %j is for %s', (name, data, vendor) => {
  expect(vendorOf({ ...TAG, src: `https://shop.test/${name}`, data })).toBe(vendor)
})

describe('says', () => {
  test.each<readonly [what: string, differences: Partial<VisitedPage>, says: RegExp]>([
    ['that there is no tag', { tags: [], state: 'nothing' }, /no script tag/],
    [
      'that a tag waits for consent',
      { tags: [{ ...TAG, type: 'text/plain' }], state: 'nothing' },
      /text\/plain.*consent/,
    ],
    [
      'that a policy blocks the script',
      { state: 'stub', violations: [{ directive: 'script-src-elem', blocked: SRC }] },
      /policy blocks https:\/\/shop.test.*script-src/,
    ],
    [
      'that a script did not come',
      { state: 'stub', failures: { [SRC]: 'its server has answered 404' } },
      /did not come: .*404/,
    ],
    ['that the stub is missing', { stub: 'missing' }, /stub is missing.*dist\/stub\.js/],
    ['that the stub is late', { stub: 'after' }, /stub stands behind/],
    [
      'that a policy blocks the stub',
      { violations: [{ directive: 'script-src-elem', blocked: 'stub' }] },
      /policy blocks the stub.*nonce or its hash/,
    ],
    ['that nothing is configured', { tags: [{ ...TAG, data: {} }], state: 'stub' }, /no data-key/],
    [
      'that a policy blocks what is sent',
      {
        unreachable: 'TypeError: Failed to fetch',
        violations: [{ directive: 'connect-src', blocked: 'https://a.klaviyo.com/' }],
      },
      /connect-src must allow https:\/\/a\.klaviyo\.com$/,
    ],
    [
      'that the vendor cannot be reached',
      { unreachable: 'TypeError: Failed to fetch' },
      /a\.klaviyo\.com cannot be reached/,
    ],
    ['that the name is taken', { state: 'other' }, /data-global gives it another/],
    [
      'what the script itself has said',
      { told: ['sendoff: maxEvents is -1; expected a positive number'] },
      /^maxEvents is -1/,
    ],
    ['that nothing says why', { state: 'stub' }, /nothing says why/],
  ])('%s', (_, differences, says) => {
    const problems = problemsOf(page(differences))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(says)
  })

  test('which attribute was meant, and leaves those of other tools alone', () => {
    const data = { key: 'AbC123', ednpoint: '//shop.test', cookieconsent: 'statistics' }
    expect(problemsOf(withData(data))).toEqual(['data-ednpoint is ignored: did you mean data-endpoint?'])
  })

  test.each([
    [{ key: 'pk_0123456789abcdef' }, SRC, /never a private pk_ key/],
    [{ key: 'not a key' }, SRC, /data-key/],
    [{ key: 'AbC123' }, 'https://shop.test/sendoff.js', /data-destination/],
  ])('what is wrong with %j, and never repeats a key', (data, src, says) => {
    const [problem, ...others] = problemsOf({ ...withData(data, src), state: 'stub' })
    expect(problem).toMatch(says)
    expect(problem).not.toContain(data.key)
    expect(others).toEqual([])
  })
})

test('what the script has said in the same words is said once', () => {
  const wrong = { ...withData({ key: 'not a key' }), state: 'stub' as const }
  const [words] = problemsOf(wrong)
  expect(problemsOf({ ...wrong, told: [`Uncaught TypeError: sendoff: ${words}`] })).toEqual([words])
})

test('a tag that does not run beside a bundle that does is fine', () => {
  expect(
    problemsOf(
      page({
        tags: [{ ...TAG, src: '', type: 'text/plain', data: { key: 'AbC123', destination: 'klaviyo' } }],
      }),
    ),
  ).toEqual([])
})
