import { createTracker } from 'sendoff'
import { klaviyo } from 'sendoff/klaviyo'
import { sendoff } from 'sendoff/vue'

/** The plugin runs on the server, too, where the tracker does nothing: components call the same functions there. */
export default defineNuxtPlugin(({ vueApp }) => {
  const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
  vueApp.use(sendoff, { track, router: useRouter() })
})
