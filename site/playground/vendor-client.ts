import type { Mode, Order, VendorState } from './vendor-messages.ts'

const MODES: readonly string[] = ['up', 'slow', 'busy', 'down'] satisfies readonly Mode[]

const isMode = (text: string): text is Mode => MODES.includes(text)

/** The worker that answers this page: before it controls the page, what is sent would go to the site's own server. */
const controller = async (): Promise<ServiceWorker> => {
  if (!('serviceWorker' in navigator)) throw new Error('its vendor is a service worker, which needs HTTPS')
  await navigator.serviceWorker.register('vendor.js', { scope: './' })
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  if (!navigator.serviceWorker.controller) throw new Error('its vendor does not answer; load the page again')
  return navigator.serviceWorker.controller
}

/** Starts the vendor beside the page, and shows what it says of itself. */
export const startVendor = async (show: (state: VendorState) => void) => {
  const worker = await controller()
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<VendorState>) => show(data))
  navigator.serviceWorker.startMessages()
  const say = (order: Order): void => worker.postMessage(order)
  say({ type: 'look' })
  return {
    setMode: (mode: string): void => {
      if (isMode(mode)) say({ type: 'mode', mode })
    },
    forget: (): void => say({ type: 'forget' }),
  }
}
