import type { Routes } from '@angular/router'
import { Home } from './home'
import { Product } from './product'

export const routes: Routes = [
  { path: '', component: Home, title: 'Home' },
  { path: 'product/:sku', component: Product, title: ({ params }) => `Tea ${params.sku}` },
  { path: 'sold-out', component: Home, canActivate: [() => false] },
]
