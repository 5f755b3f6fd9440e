import { createRouter, createWebHistory } from 'vue-router'
import Home from './pages/home.vue'
import Product from './pages/product.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: Home },
    { path: '/product/:sku', component: Product, props: true },
    { path: '/sold-out', component: Home, beforeEnter: () => false },
  ],
})
