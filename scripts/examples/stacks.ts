/** One application of examples/, as it is built, and what a visit of it is like. */
export interface Stack {
  /** Its name as an argument; the folder's, unless that is given. */
  readonly name: string
  readonly title: string
  readonly folder?: string
  /** Whose versions the table tells. */
  readonly packages: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /**
   * `routes`: a single-page application, in which a link to the same page and one that is refused are followed, too;
   * `transitions`: the same without a way to refuse; `documents`: each page is loaded; `tests`: a test runner, and no page.
   */
  readonly kind: 'routes' | 'transitions' | 'documents' | 'tests'
  /** Of the document that comes from the server, where that is another than the first page's. */
  readonly documentTitle?: string
}

const CLIENT_ROUTER = { PUBLIC_CLIENT_ROUTER: 'true' }

/** In the order of the table. One more line is one more application that is tried. */
export const STACKS: readonly Stack[] = [
  { name: 'next', title: 'Next.js', packages: ['next', 'react'], kind: 'routes' },
  {
    name: 'vite-react',
    title: 'Vite and React',
    packages: ['vite', 'react', 'react-router'],
    kind: 'routes',
  },
  { name: 'react-router', title: 'React Router', packages: ['react-router', 'react'], kind: 'routes' },
  {
    name: 'vue',
    title: 'Vite and Vue',
    packages: ['vite', 'vue', 'vue-router'],
    kind: 'routes',
    documentTitle: 'Shop',
  },
  { name: 'nuxt', title: 'Nuxt', packages: ['nuxt', 'vue'], kind: 'routes' },
  { name: 'sveltekit', title: 'SvelteKit', packages: ['@sveltejs/kit', 'svelte'], kind: 'routes' },
  { name: 'astro', title: 'Astro', packages: ['astro'], kind: 'documents' },
  {
    name: 'astro-client-router',
    title: 'Astro with `<ClientRouter />`',
    folder: 'astro',
    packages: ['astro'],
    env: CLIENT_ROUTER,
    kind: 'transitions',
  },
  {
    name: 'angular',
    title: 'Angular',
    packages: ['@angular/core'],
    kind: 'routes',
    documentTitle: 'Shop',
  },
  {
    name: 'webpack',
    title: 'webpack',
    folder: 'bundlers',
    packages: ['webpack'],
    env: { BUNDLER: 'webpack' },
    kind: 'documents',
  },
  {
    name: 'esbuild',
    title: 'esbuild',
    folder: 'bundlers',
    packages: ['esbuild'],
    env: { BUNDLER: 'esbuild' },
    kind: 'documents',
  },
  { name: 'import-map', title: 'An import map', packages: [], kind: 'documents' },
  { name: 'jest', title: 'Jest', packages: ['jest'], kind: 'tests' },
  { name: 'vitest', title: 'Vitest', packages: ['vitest'], kind: 'tests' },
]
