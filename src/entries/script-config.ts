import { own } from '../core/options.ts'
import type { Data } from '../vendors/attributes.ts'
import { attributeNames, attributeOf, meantBy } from './attribute-names.ts'
import { runningScript } from './running-script.ts'

/**
 * What the site has configured: the attributes of the script that runs; where that has none of ours, as a bundle or a
 * module has none, those of a script tag of the page that is sendoff's; else `window.sendoffOptions`. What is not ours
 * is left out and told: at the console's level `debug`, as other tools have every right to it; as a warning where it looks
 * like ours, misspelt. Undefined when there is nothing.
 *
 * An element is believed only as a script, and the global only as a script's own: `<a id="sendoffOptions">` is none.
 * @param vendors the names of attributes that the script's vendors have, with blanks between.
 */
export const scriptConfig = (vendors: string): Data | undefined => {
  const ours = attributeNames(vendors)
  // Of the prototype, too: a page may have an element that is named `querySelectorAll`.
  const tags = Document.prototype.querySelectorAll.call(
    document,
    'script[data-destination],script[src*=sendoff]',
  ) as NodeListOf<HTMLScriptElement>
  const found: Data | undefined =
    [runningScript(), ...tags].find(
      (tag) => tag instanceof HTMLScriptElement && ours.some((name) => Object.hasOwn(tag.dataset, name)),
    )?.dataset ?? Object.getOwnPropertyDescriptor(window, 'sendoffOptions')?.value
  if (!found) return undefined
  const config: Record<string, string | undefined> = own({})
  for (const [name, value] of Object.entries(found)) {
    const meant = meantBy(name, ours)
    if (ours.includes(name)) config[name] = value
    else if (meant) console.warn(`sendoff: ${attributeOf(name)} is ignored; is it ${attributeOf(meant)}?`)
    else console.debug(`sendoff: ${attributeOf(name)} is ignored`)
  }
  return config
}
