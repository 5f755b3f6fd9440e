import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../test/sources.ts'

/** Reads a file of the repository, or of a package. */
export const fileIn = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
/** Makes an inline script of the page, whatever its code contains. */
export const inline = (code: string, attributes = ''): string =>
  `<script ${attributes}>${code.replaceAll('</script', '<\\/script')}</script>`

/** The tested script, and its code. */
export const SRC = '/dist/sendoff.klaviyo.js'
export const CODE = fileIn('dist/sendoff.klaviyo.js')

export interface Place {
  readonly name: string
  /** Returns the page's HTML. `attributes` are those that the site has been told to write on the tag. */
  readonly html: (attributes: string) => string
}

/** Makes a global of the page with the attributes as its properties. */
export const options = (attributes: string): string => {
  const given = [...attributes.matchAll(/data-(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
  return inline(`window.sendoffOptions = ${JSON.stringify(Object.fromEntries(given))}`)
}

/**
 * Places where `document.currentScript` may be missing, or may be no script. Each entry is two tests in each browser:
 * with the stub and without.
 */
export const PLACES: readonly Place[] = [
  { name: 'a module', html: (attributes) => `<script type="module" src="${SRC}" ${attributes}></script>` },
  {
    name: 'a bundle, with a tag that does not run',
    html: (attributes) =>
      `<script type="text/plain" data-destination="klaviyo" ${attributes}></script>${inline(`${CODE};window.behind = 1`)}`,
  },
  {
    name: 'a bundle, with the options in a global',
    html: (attributes) => options(attributes) + inline(`${CODE};window.behind = 1`),
  },
  {
    name: 'text that is evaluated, with the options in a global',
    html: (attributes) =>
      options(attributes) + inline(`fetch('${SRC}').then((answer) => answer.text()).then((0, eval))`),
  },
  {
    name: 'what jQuery appends',
    html: (attributes) =>
      inline(fileIn('node_modules/jquery/dist/jquery.min.js')) +
      inline(`$(() => $('body').append('<div><script src="${SRC}" ${attributes}><\\/script></div>'))`),
  },
  {
    name: 'a clone that a consent tool makes without the attributes',
    html: (attributes) =>
      `<script type="text/plain" data-cookieconsent="statistics" src="${SRC}" ${attributes}></script>${inline(
        `const waiting = document.querySelector('[data-cookieconsent]')
        document.head.append(Object.assign(document.createElement('script'), { src: waiting.src }))`,
      )}`,
  },
  {
    name: 'a clone that a consent tool makes with the attributes',
    html: (attributes) =>
      `<script type="text/plain" data-category="marketing" src="${SRC}" ${attributes}></script>${inline(
        `const waiting = document.querySelector('[data-category]')
        const clone = document.createElement('script')
        for (const { name, value } of waiting.attributes) if (name !== 'type') clone.setAttribute(name, value)
        waiting.replaceWith(clone)`,
      )}`,
  },
  {
    name: 'a page with elements that are named as parts of the document',
    html: (attributes) =>
      `<img name="currentScript" src="data:," data-key="Evil66" data-endpoint="//evil.test"><img name="title" src="data:,">` +
      `<img name="referrer" src="data:,"><img name="querySelectorAll" src="data:,"><a id="sendoffOptions"></a>` +
      `<script async src="${SRC}" ${attributes}></script>`,
  },
  ...[
    '<div id="track"></div>',
    '<form id="track"><input name="flush"><input name="q"></form>',
    '<a id="track"></a><a id="track" name="q"></a>',
    '<iframe name="track" src="/bare"></iframe>',
    '<object id="track"></object>',
  ].map((element) => ({
    name: `a page with ${element}`,
    html: (attributes: string) => `${element}<script async src="${SRC}" ${attributes}></script>`,
  })),
]
