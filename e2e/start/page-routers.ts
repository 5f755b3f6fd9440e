import { fileIn, inline } from './places.ts'

const packaged = (path: string): string =>
  inline(fileIn(`node_modules/${path}`), 'data-turbo-eval="false" data-turbolinks-eval="false"')

/** Does what pjax does: takes a part of the next page, and runs the scripts in it again. */
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
  /** The script in the page's head. */
  readonly script: string
  /** The attributes of the body's element. */
  readonly body: string
}

/**
 * Routers that keep the page and insert what the server has rendered. Each entry is a test for each place of the tags,
 * in each browser.
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
