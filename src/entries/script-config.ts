import { own } from '../core/options.ts'
import type { Data } from '../vendors/attributes.ts'
import { attributeNames, attributeOf, meantBy } from './attribute-names.ts'
import { runningScript } from './running-script.ts'

/**
 * Returns what the site has configured: the attributes of the running script; where that has none of ours, as in a
 * bundle or a module, the attributes of a script tag of the page that is sendoff's; otherwise `window.sendoffOptions`.
 * Undefined when there is no configuration. Attributes that are not ours are left out and reported: at the console's
 * level `debug`, because other tools may have attributes as well; as a warning where the name looks like a misspelt one
 * of ours.
 *
 * Only a script element counts as a script tag, and only an object of a script as the global: `<a id="sendoffOptions">`
 * is neither.
 * @param vendors are the names of attributes that the script's vendors have, separated by blanks.
 */
export const scriptConfig = (vendors: string): Data | undefined => {
  const ours = attributeNames(vendors)
  // The prototype's method is called, because a page may have an element that is named `querySelectorAll`.
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
