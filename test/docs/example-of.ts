/** Recipes whose code is that of an application below `examples/`: its folder. */
export const EXAMPLE_OF: Readonly<Record<string, string>> = {
  angular: 'angular',
  astro: 'astro',
  nextjs: 'next',
  nuxt: 'nuxt',
  react: 'vite-react',
  'react-router': 'react-router',
  sveltekit: 'sveltekit',
  vue: 'vue',
}
