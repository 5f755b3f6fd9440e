import { describe, expect, test } from 'vitest'
import { isBot } from './is-bot.ts'

const AS_CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko)'

const BOTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  `Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) ${AS_CHROME} Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)`,
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Twitterbot/1.0',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0)',
  'WhatsApp/2.23.20.0',
  'Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)',
  `Mozilla/5.0 (X11; Linux x86_64) ${AS_CHROME} HeadlessChrome/141.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 11) ${AS_CHROME} Chrome/141.0.0.0 Mobile Safari/537.36 Chrome-Lighthouse`,
]

const PEOPLE = [
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${AS_CHROME} Chrome/141.0.0.0 Safari/537.36`,
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  // A telephone whose maker has this name, and an app's own browser, which people use.
  `Mozilla/5.0 (Linux; Android 11; CUBOT X30) ${AS_CHROME} Chrome/141.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 14) ${AS_CHROME} Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/450.0.0.0;]`,
]

describe('a visitor', () => {
  test.each(BOTS)('that calls itself %s is a bot', (userAgent) => {
    expect(isBot({ userAgent })).toBe(true)
  })

  test.each(PEOPLE)('that calls itself %s is a person', (userAgent) => {
    expect(isBot({ userAgent, webdriver: false })).toBe(false)
  })

  test('whose browser is driven by a program is a bot whatever it is called', () => {
    expect(isBot({ userAgent: `${PEOPLE[0]}`, webdriver: true })).toBe(true)
  })

  test('of whom nothing is known is a person', () => {
    expect(isBot({})).toBe(false)
  })
})
