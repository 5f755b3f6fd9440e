import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('product/:sku', 'routes/product.tsx'),
  route('sold-out', 'routes/sold-out.tsx'),
] satisfies RouteConfig
