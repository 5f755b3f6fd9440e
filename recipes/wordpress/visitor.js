// Tells sendoff what WordPress knows of the visitor: nothing before consent, and who it is only when that is news, not
// on every page. `visitor` is an id, traits, and a mark that changes with them; null where nobody is logged in.
window.sendoffVisitor = (visitor, consent) => {
  // The key begins with `sendoff-`, so that a refusal and an erasure remove it, too.
  const PLACE = 'sendoff-wordpress'
  const LOGGED_OUT = 'sendoff_logged_out'

  const remembered = () => {
    try {
      return localStorage.getItem(PLACE)
    } catch {
      // The browser refuses storage to this page, so the visitor is told on each page.
      return null
    }
  }

  const remember = (mark) => {
    try {
      // The mark counts only while the person is stored: after a refusal the person is not.
      const isStored = Object.keys(localStorage).some((name) => name.startsWith('sendoff-identity'))
      if (isStored) localStorage.setItem(PLACE, mark)
    } catch {
      // There is no room, so the visitor is told again on the next page.
    }
  }

  const forgetWhoHasLeft = () => {
    if (!document.cookie.split('; ').includes(`${LOGGED_OUT}=1`)) return
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in all browsers.
    document.cookie = `${LOGGED_OUT}=; path=/; max-age=0`
    track.reset()
    remember('')
  }

  let isTold = false
  const tell = async () => {
    if (isTold) return
    isTold = true
    forgetWhoHasLeft()
    if (!visitor) return
    const [id, traits, mark] = visitor
    if (remembered() === mark) return
    const { stored } = await track.identify(id, traits)
    await stored
    remember(mark)
  }

  if (consent !== 'required') {
    tell()
    return
  }

  /** Takes the decision from the site's own banner. */
  window.sendoffConsent = (decision) => {
    track.consent(decision)
    isTold &&= decision !== 'denied'
    if (decision === 'granted') tell()
  }

  // WP Consent API: without a banner, which sets the type of consent, the API says yes to everything.
  const look = () => {
    const type = window.wp_consent_type ?? window.wp_fallback_consent_type
    if (type && window.wp_has_consent?.('marketing')) window.sendoffConsent('granted')
  }
  for (const type of ['DOMContentLoaded', 'wp_consent_type_defined']) document.addEventListener(type, look)
  document.addEventListener('wp_listen_for_consent_change', ({ detail }) => {
    const said = detail?.marketing
    if (said) window.sendoffConsent(said === 'allow' ? 'granted' : 'denied')
  })
}
