/** The pages of the site, each a Markdown file of the repository, as the navigation lists them. */
export interface Page {
  readonly text: string
  /** Below the repository's folder. */
  readonly file: string
}

export interface Group {
  readonly text: string
  readonly pages: readonly Page[]
}

const pagesOf = (folder: string, pages: Readonly<Record<string, string>>): readonly Page[] =>
  Object.entries(pages).map(([name, text]) => ({ text, file: `${folder}${name}.md` }))

export const GROUPS: readonly Group[] = [
  {
    text: 'Start here',
    pages: [
      { text: 'What it is', file: 'README.md' },
      { text: 'Playground', file: 'site/playground.md' },
      ...pagesOf('docs/guide/', {
        using: 'Using it in detail',
        full: 'More than the queue',
        worker: 'After the tab is gone',
        limitations: 'Limitations',
      }),
    ],
  },
  {
    text: 'Questions',
    pages: pagesOf('docs/questions/', {
      'is-my-event-delivered': 'Is my event delivered?',
      'why-does-nothing-arrive': 'Why does nothing arrive?',
      'the-tab-is-closed': 'What happens when the tab is closed?',
      'the-vendor-is-down': 'What happens when the vendor is down?',
      'the-visitor-is-offline': 'What happens when the visitor is offline?',
      'an-event-is-refused': 'What happens when an event is refused?',
      'many-tabs': 'What happens with many tabs?',
      'consent-is-missing': 'What happens before consent?',
      'who-is-the-visitor': 'Who is the visitor?',
      'is-it-sent-twice': 'Is an event sent twice?',
      'how-long-do-events-wait': 'How long do events wait?',
    }),
  },
  {
    text: 'Vendors',
    pages: [
      { text: 'All of them', file: 'docs/guide/vendors.md' },
      ...pagesOf('docs/vendors/', {
        klaviyo: 'Klaviyo',
        bloomreach: 'Bloomreach',
        crowdpower: 'Crowdpower',
        segment: 'Segment, RudderStack, Customer.io',
        posthog: 'PostHog',
        amplitude: 'Amplitude',
        mixpanel: 'Mixpanel',
        yotpo: 'Yotpo',
        helpcrunch: 'HelpCrunch',
        http: 'Your own collector',
      }),
      { text: 'The relay', file: 'RELAY.md' },
    ],
  },
  {
    text: 'Frameworks and platforms',
    pages: [
      { text: 'All recipes', file: 'recipes/README.md' },
      ...pagesOf('docs/frameworks/', {
        react: 'React',
        nextjs: 'Next.js',
        vue: 'Vue',
        sveltekit: 'SvelteKit',
      }),
      ...pagesOf('recipes/', {
        react: 'React: the whole application',
        'react-router': 'React Router',
        nextjs: 'Next.js: the whole application',
        vue: 'Vue: the whole application',
        nuxt: 'Nuxt',
        sveltekit: 'SvelteKit: the whole application',
        astro: 'Astro',
        angular: 'Angular',
        'plain-html': 'Plain HTML',
        shopify: 'Shopify',
        wordpress: 'WordPress',
        'google-tag-manager': 'Google Tag Manager',
        migrating: 'From another tracker',
      }),
      { text: 'Whole applications', file: 'examples/README.md' },
      { text: 'What each stack costs', file: 'docs/guide/stacks.md' },
    ],
  },
  {
    text: 'Reference',
    pages: [
      { text: 'All entries', file: 'docs/api/README.md' },
      ...pagesOf('docs/api/', {
        sendoff: 'sendoff',
        full: 'sendoff/full',
        rejected: 'sendoff/rejected',
        react: 'sendoff/react',
        next: 'sendoff/next',
        vue: 'sendoff/vue',
        globals: 'sendoff/globals',
        relay: 'sendoff/relay',
        'relay-redis': 'sendoff/relay/redis',
        klaviyo: 'sendoff/klaviyo',
        bloomreach: 'sendoff/bloomreach',
        crowdpower: 'sendoff/crowdpower',
        segment: 'sendoff/segment',
        posthog: 'sendoff/posthog',
        amplitude: 'sendoff/amplitude',
        mixpanel: 'sendoff/mixpanel',
        yotpo: 'sendoff/yotpo',
        helpcrunch: 'sendoff/helpcrunch',
        http: 'sendoff/http',
      }),
    ],
  },
  {
    text: 'Behind it',
    pages: [
      { text: 'How it works', file: 'ARCHITECTURE.md' },
      { text: 'Sizes, benchmarks, proof', file: 'docs/guide/proof.md' },
      { text: 'What each promise costs', file: 'docs/guide/size.md' },
      { text: 'Measured side by side', file: 'bench/RESULTS.md' },
      { text: 'Privacy', file: 'PRIVACY.md' },
      { text: 'Security', file: 'SECURITY.md' },
      { text: 'Changes', file: 'CHANGELOG.md' },
      { text: 'Contributing', file: 'CONTRIBUTING.md' },
      { text: 'Releasing', file: 'RELEASING.md' },
    ],
  },
]

/** A folder's README is what is shown for the folder; what is here is shown at the top. */
export const shownAs = (file: string): string =>
  file.replace(/(^|\/)README\.md$/, '$1index.md').replace(/^site\//, '')

export const FILES: readonly string[] = GROUPS.flatMap(({ pages }) => pages.map(({ file }) => file))
