import { startShop } from './vue-shop.ts'

const root = document.getElementById('root')
const { track, app } = startShop(root?.dataset.endpoint ?? '')
Object.assign(window, { track })
if (root) app.mount(root)
