// The switch "Offline" stops the server at the vendors' address. A page cannot cut its browser's own network off, so
// this script tells the tracker what the browser would tell it: `navigator.onLine`, and the events when that changes.
const PLACE = 'demo-offline'
const whatTheBrowserSays = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine').get

Object.defineProperty(navigator, 'onLine', {
  get: () => localStorage.getItem(PLACE) === null && whatTheBrowserSays.call(navigator),
})

const tell = () => dispatchEvent(new Event(navigator.onLine ? 'online' : 'offline'))

/** The board calls this function whenever it knows how the vendors stand. */
window.setOffline = (isOffline) => {
  const wasOffline = localStorage.getItem(PLACE) !== null
  if (isOffline === wasOffline) return
  if (isOffline) localStorage.setItem(PLACE, 'yes')
  else localStorage.removeItem(PLACE)
  tell()
}

// Another tab may learn it first.
addEventListener('storage', ({ key }) => key === PLACE && tell())
