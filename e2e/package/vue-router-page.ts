// A shop with Vue Router, which names each page once it is there.
import { createApp, h, onMounted } from 'vue'
import { createRouter, createWebHistory, RouterLink, RouterView } from 'vue-router'

const pageNamed = (name: string) => ({
  setup() {
    onMounted(() => void window.track('Mounted', { label: name }))
    return () => h('h1', name)
  },
})
const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/app', component: pageNamed('Shop'), meta: { title: 'Shop' } },
    { path: '/app/cart', component: pageNamed('Cart'), meta: { title: 'Cart' } },
  ],
})
router.afterEach(({ meta }) => {
  document.title = `${meta.title}`
})
const app = createApp({ render: () => [h(RouterView), h(RouterLink, { to: '/app/cart' }, () => 'Cart')] })
app.use(router).mount('#root')
