/**
 * Opens the board over the page by loading `inspector.js` from the folder of the tracker's own script. Another call
 * closes it.
 * @param ownUrl is the address of the tracker's script, taken while it runs: `document.currentScript.src`.
 * @param name is the global that holds the tracker.
 */
export const inspect = (ownUrl: string, name = 'track'): void => {
  try {
    const script = document.createElement('script')
    script.src = new URL('inspector.js', ownUrl).href
    script.dataset.global = name
    // The element is removed, since only its loading matters: the script opens or closes the board.
    script.addEventListener('load', () => script.remove())
    script.addEventListener('error', () => {
      script.remove()
      console.warn(`sendoff: ${script.src} could not be loaded`)
    })
    document.head.append(script)
  } catch (error) {
    // An inline script has no address, and a page may demand trusted types: its visitors must not notice.
    console.warn('sendoff: the inspector could not be loaded:', error)
  }
}
