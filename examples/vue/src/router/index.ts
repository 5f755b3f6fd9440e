import { createRouter, createWebHistory } from 'vue-router'
import Home from '../views/home.vue'
import Product from '../views/product.vue'

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: Home },
    { path: '/product/:sku', component: Product, props: true },
    { path: '/sold-out', component: Home, beforeEnter: () => false },
  ],
})

export default router
