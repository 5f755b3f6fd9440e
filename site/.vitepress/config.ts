import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { anchorOf } from '../anchor-of.ts'
import { FILES, GROUPS, shownAs } from '../pages.ts'
import { repositoryLinks } from '../repository-links.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

const link = (file: string): string => `/${shownAs(file).replace(/(index)?\.md$/, '')}`

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export default defineConfig({
  title: 'sendoff',
  description: 'A browser tracking snippet that loses no events.',
  lang: 'en',
  // For a site that does not lie at the root of its host.
  base: process.env.SENDOFF_SITE_BASE ?? '/',
  // The repository itself: its pages are written once.
  srcDir: '..',
  srcExclude: [
    `!(${FILES.map((file) => file.split('/')[0]).join('|')})`,
    'site/.vitepress/**',
    'recipes/google-tag-manager/**',
  ],
  outDir: './out',
  cacheDir: './.cache',
  rewrites: Object.fromEntries(FILES.map((file) => [file, shownAs(file)])),
  cleanUrls: false,
  vite: {
    publicDir: fileURLToPath(new URL('../public', import.meta.url)),
    server: { fs: { allow: [ROOT] } },
  },
  markdown: { config: (md) => repositoryLinks(md as never), anchor: { slugify: anchorOf } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Playground', link: '/playground' },
      { text: 'Questions', link: '/docs/questions/is-my-event-delivered' },
      { text: 'Reference', link: '/docs/api/' },
      { text: version, link: '/CHANGELOG' },
    ],
    sidebar: GROUPS.map(({ text, pages }) => ({
      text,
      collapsed: false,
      items: pages.map((page) => ({ text: page.text, link: link(page.file) })),
    })),
  },
})
