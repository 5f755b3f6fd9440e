// A shop in Vue: rendered on the server by Node, hydrated in the page by the same component.
import { createSSRApp, h, onMounted } from 'vue'
import { createTracker } from '../../src/create-tracker.ts'
import type { Tracker } from '../../src/tracker.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'

/** Starts the tracker as a site does: at the top of a module, on the server, too. */
export const startShop = (endpoint: string) => {
  const track: Tracker = createTracker({ destinations: [klaviyo({ companyId: 'AbC123', endpoint })] })
  const app = createSSRApp({
    setup() {
      onMounted(() => track('Viewed Product', { label: 'viewed' }))
      return () => h('button', { type: 'button', onClick: () => track('Added', { label: 'added' }) }, 'Add')
    },
  })
  track('Rendered', { label: typeof document === 'undefined' ? 'on the server' : 'in the page' })
  return { track, app }
}
