import { hydrateRoot } from 'react-dom/client'
import { startShop } from './react-shop.ts'

const root = document.getElementById('root')
const { track, tree } = startShop(root?.dataset.endpoint ?? '')
Object.assign(window, { track })
if (root) hydrateRoot(root, tree, { onRecoverableError: (error) => console.error(error) })
