/** What a page says, and the attribute that was meant. One more line is one more test, in Node and in each browser. */
export const MISSPELT_ATTRIBUTES: readonly (readonly [given: string, meant: string])[] = [
  ['data-ednpoint', 'data-endpoint'],
  ['data-endpont', 'data-endpoint'],
  ['data-end-point', 'data-endpoint'],
  ['data-endpoints', 'data-endpoint'],
  ['data-destinaton', 'data-destination'],
  ['data-max-evnets', 'data-max-events'],
  ['data-max-age-day', 'data-max-age-days'],
  ['data-maxevents', 'data-max-events'],
  ['data-globl', 'data-global'],
  ['data-consnet', 'data-consent'],
  ['data-page-views', 'data-pageviews'],
]
