import { describe, expect, test } from 'vitest'
import { createBrokenArea, createFakeArea } from '../test/fakes/area.ts'
import { createPerson, placeOf, sharedPlaceOf } from './person.ts'
import type { LocalArea } from './store/local-area.ts'

const SHARED = sharedPlaceOf('')
const GERMAN = placeOf('klaviyo:AAAAAA')
const ENGLISH = placeOf('klaviyo:BBBBBB')
const ADA = { anonymousId: 'visitor-1', email: 'ada@shop.test' }

const personIn = (area: LocalArea, place: string, newId = 'new', shared = SHARED) =>
  createPerson(area, place, shared, () => newId)

describe('the accounts of an origin', () => {
  test('share the anonymous id, and nothing of who was identified to one of them', () => {
    const area = createFakeArea()
    personIn(area, GERMAN, 'visitor-1').keep(ADA)
    expect(personIn(area, ENGLISH).read()).toEqual({ anonymousId: 'visitor-1' })
  })

  test('keep their people when each starts again and again', () => {
    const area = createFakeArea()
    personIn(area, GERMAN, 'visitor-1').keep(ADA)
    personIn(area, ENGLISH).keep({ anonymousId: 'visitor-2', email: 'bob@shop.test' })
    for (const place of [GERMAN, ENGLISH, GERMAN]) personIn(area, place)

    expect(personIn(area, GERMAN).read()).toEqual(ADA)
    expect(personIn(area, ENGLISH).read()).toEqual({ anonymousId: 'visitor-2', email: 'bob@shop.test' })
  })

  test('leave the shared id as it is when one starts that has an id of its own', () => {
    const area = createFakeArea()
    personIn(area, GERMAN, 'visitor-1')
    personIn(area, ENGLISH).keep({ anonymousId: 'visitor-2' })
    personIn(area, GERMAN)
    expect(personIn(area, placeOf('klaviyo:CCCCCC')).read()).toEqual({ anonymousId: 'visitor-2' })
  })

  test('know nothing of a namespace, nor it of them', () => {
    const area = createFakeArea()
    personIn(area, GERMAN, 'visitor-1').keep(ADA)
    const apart = personIn(area, placeOf('klaviyo:AAAAAA@de'), 'visitor-2', sharedPlaceOf('de'))
    expect(apart.read()).toEqual({ anonymousId: 'visitor-2' })
    expect(personIn(area, GERMAN).read()).toEqual(ADA)
  })
})

describe('the person of version 0.1', () => {
  const upgraded = () => {
    const area = createFakeArea()
    area.set(SHARED, JSON.stringify(ADA))
    return area
  }

  test('becomes that of the account that starts first, and of no other', () => {
    const area = upgraded()
    expect(personIn(area, GERMAN).read()).toEqual(ADA)
    expect(personIn(area, ENGLISH).read()).toEqual({ anonymousId: 'visitor-1' })
  })

  test('is not told to an account that knows a person of its own', () => {
    const area = upgraded()
    area.set(GERMAN, JSON.stringify({ anonymousId: 'visitor-2' }))
    expect(personIn(area, GERMAN).read()).toEqual({ anonymousId: 'visitor-2' })
  })
})

test('a tab takes over what another has written, and keeps what it has when that is nobody', () => {
  const area = createFakeArea()
  const early = personIn(area, GERMAN, 'visitor-1')
  personIn(area, GERMAN).keep(ADA)
  expect(early.read()).toEqual(ADA)
  area.set(GERMAN, '{"anonymousId":7}')
  expect(early.read()).toEqual(ADA)
  expect(early.json()).toBe(JSON.stringify(ADA))
})

test('forgets what the vendor refuses, and not what the person has said since', () => {
  const person = personIn(createFakeArea(), GERMAN, 'visitor-1')
  person.keep(ADA)
  person.forget('email', 'somebody@shop.test')
  expect(person.read()).toEqual(ADA)
  person.forget('email', 'ada@shop.test')
  expect(person.read()).toEqual({ anonymousId: 'visitor-1' })
})

test.each([
  'null',
  '7',
  '[]',
  '{',
  '"id"',
  '{"anonymousId":""}',
  '["Ada"]',
  `{"anonymousId":"${'x'.repeat(256)}"}`,
])('is somebody new where others have written %j', (written) => {
  const area = createFakeArea()
  area.set(SHARED, written)
  area.set(GERMAN, written)
  expect(personIn(area, GERMAN, 'visitor-1').read()).toEqual({ anonymousId: 'visitor-1' })
})

test('is the same for the whole page where nothing can be stored', () => {
  const person = personIn(createBrokenArea(), GERMAN, 'visitor-1')
  person.keep(ADA)
  expect(person.read()).toEqual(ADA)
})

test('where there is no room for what is said, it holds in this tab, and nobody goes on as who was there before', () => {
  const roomy = createFakeArea()
  const person = personIn(
    { ...roomy, set: (place, json) => json.length > 60 || roomy.set(place, json) },
    GERMAN,
    'visitor-1',
  )
  person.keep({ anonymousId: 'visitor-1', userId: '7' })
  person.keep({ ...ADA, userId: '8', anonymousId: 'visitor-2' })
  expect(person.read()).toEqual({ ...ADA, userId: '8', anonymousId: 'visitor-2' })
  expect(personIn(roomy, GERMAN, 'visitor-3').read()).toEqual({ anonymousId: 'visitor-2' })
})
