import fc from 'fast-check'
import { stateFrom } from '../../src/queue/shared-state.ts'
import { eventsOf, idsOf, NOON } from '../events.ts'

/** Numbers that nobody means. */
export const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, -1, 1e9, -1e9, 1e15, 8.64e15, 8.65e15, 1e308, -1e308, NaN, Infinity, -Infinity),
)

/** Texts, some of them long, or of what patterns look for. */
export const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 4 }),
        fc.constantFrom(
          '@',
          '.',
          'a@',
          '%25',
          '=',
          '; ',
          '/',
          ' ',
          '__kla_id=',
          'eyJ',
          '\u0315\u0300',
          '_',
          '1,',
        ),
      ),
      fc.nat(5_000),
      fc.string({ maxLength: 4 }),
    )
    .map(([part, times, end]) => part.repeat(times) + end),
)

/** What JSON can say, with names that programs know. */
export const anyJsonValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  anyNumber,
  anyText,
  fc.constantFrom<unknown>(
    null,
    [null],
    [],
    {},
    { toString: 1 },
    { length: 1e9 },
    JSON.parse('{"__proto__":{"toString":1},"constructor":null}'),
  ),
)

/** Whatever a database can hold: dates, maps, bytes. */
export const anyStored = fc.oneof(
  anyJsonValue,
  fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withBigInt: true,
    maxDepth: 2,
  }),
)

/** The same shape, with anything in the place of any of its parts. */
export const distorted = (shape: Readonly<Record<string, unknown>>): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(
      Object.entries(shape).map(([name, value]) => [
        name,
        fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anyJsonValue }),
      ]),
    ),
    { requiredKeys: [] },
  )

const [SOUND] = eventsOf(1, { newId: idsOf(9) })

export const anyEvent = distorted({ ...SOUND, uniqueId: 'order-1' }).chain((event) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<unknown>(event) },
    {
      weight: 2,
      arbitrary: distorted({
        anonymousId: 'a',
        userId: 'u',
        email: 'ada@shop.test',
        phone: '+491701234567',
        _kx: 'x',
      }).map((identity) => ({ ...event, identity })),
    },
    { weight: 1, arbitrary: anyJsonValue },
  ),
)

export const anyState = distorted({
  ...stateFrom(undefined, NOON),
  at: NOON,
  lease: NOON + 1_000,
  sending: ['x'],
  tries: { x: 1 },
  refused: { email: 'ada@shop.test' },
  counts: { delivered: 1 },
})

export const anyLetter = fc.oneof(
  distorted({ event: SOUND, type: 'dropped', reason: 'refused', detail: 'no' }),
  anyEvent.map((event) => ({ event, reason: 'refused' })),
)

/** As JSON, whole or cut. */
export const asText = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

export const cutText = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9))
    .map(([text, part, dice]) => (dice ? text : text.slice(0, text.length * part)))
