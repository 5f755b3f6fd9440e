import { fileIn, inline } from './places.ts'

const packaged = (path: string): string =>
  inline(fileIn(`node_modules/${path}`), 'data-turbo-eval="false" data-turbolinks-eval="false"')

/** As pjax does: takes a part of the next page, and has the scripts in it run again. */
const PJAX = inline(`
  addEventListener('click', async (event) => {
    const { href } = event.target
    if (!href) return
    event.preventDefault()
    const page = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html')
    history.pushState(null, '', href)
    document.title = page.title
    document.body.replaceChildren(...page.body.childNodes)
    for (const script of document.body.querySelectorAll('script')) {
      const again = document.createElement('script')
      for (const { name, value } of script.attributes) again.setAttribute(name, value)
      again.textContent = script.textContent
      script.replaceWith(again)
    }
  })`)

export interface PageRouter {
  readonly name: string
  /** What the page's head carries. */
  readonly script: string
  /** What the body's element needs. */
  readonly body: string
}

/**
 * Routers that keep the page and put in what the server has rendered. One more entry is a test more for each place of the
 * tags, in each browser.
 */
export const ROUTERS: readonly PageRouter[] = [
  { name: 'Turbo', script: packaged('@hotwired/turbo/dist/turbo.es2017-umd.js'), body: '' },
  {
    name: 'Turbolinks',
    script: `${packaged('turbolinks/dist/turbolinks.js')}${inline('Turbolinks.start()', 'data-turbolinks-eval="false"')}`,
    body: '',
  },
  { name: 'htmx', script: packaged('htmx.org/dist/htmx.min.js'), body: 'hx-boost:inherited="true"' },
  { name: 'pjax', script: PJAX, body: '' },
]
