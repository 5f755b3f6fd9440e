/** One application of examples/: how it is built, and what a visit of it is like. */
export interface Stack {
  /** Its name as an argument: the folder's name, unless another is given. */
  readonly name: string
  readonly title: string
  readonly folder?: string
  /** The packages whose versions the table tells. */
  readonly packages: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /**
   * `routes` is a single-page application, on which a link to the same page and a refused link are followed, too;
   * `transitions` is the same without a way to refuse; `documents` loads each page; `tests` is a test runner without a
   * page.
   */
  readonly kind: 'routes' | 'transitions' | 'documents' | 'tests'
  /** The title of the document that comes from the server, where it differs from that of the first page. */
  readonly documentTitle?: string
}

const CLIENT_ROUTER = { PUBLIC_CLIENT_ROUTER: 'true' }

/** The stacks in the order of the table. Each line is an application that is tried. */
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
