/**
 * The ways in which routers go from `/app` to `/app/cart`, whose title is `Cart`, as a page's own code. Each entry is a
 * test in each browser. Vue Router and React Router themselves are in e2e/package.
 */
export const NAVIGATIONS = [
  { router: 'plain code', go: "history.pushState(null, '', '/app/cart'); document.title = 'Cart'" },
  {
    router: 'code that names the page first',
    go: "document.title = 'Cart'; history.pushState(null, '', '/app/cart')",
  },
  {
    router: 'SvelteKit and Vue Router, which render in a microtask',
    go: "history.pushState(null, '', '/app/cart'); Promise.resolve().then(() => { document.title = 'Cart' })",
  },
  {
    router: 'React Router, whose effects come in a later task',
    go: "history.pushState(null, '', '/app/cart'); setTimeout(() => { document.title = 'Cart' })",
  },
  {
    router: 'Next.js, which takes one title out and puts another in',
    go: `history.pushState(null, '', '/app/cart')
      setTimeout(() => {
        document.querySelector('title').remove()
        setTimeout(() => document.head.append(Object.assign(document.createElement('title'), { text: 'Cart' })), 20)
      }, 300)`,
  },
  {
    router: 'Turbo, which renders what it had to fetch',
    go: `history.pushState(null, '', '/app/cart')
      setTimeout(() => document.documentElement.replaceChild(Object.assign(document.createElement('head'), { innerHTML: '<title>Cart</title>' }), document.head), 800)`,
  },
  {
    router: 'a router that asks the Navigation API',
    go: `if (!window.navigation) history.pushState(null, '', '/app/cart')
      else {
        navigation.addEventListener('navigate', (event) => event.intercept({ handler: async () => { document.title = 'Cart' } }), { once: true })
        navigation.navigate('/app/cart')
      }
      if (!window.navigation) document.title = 'Cart'`,
  },
]
