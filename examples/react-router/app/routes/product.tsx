import { Link } from 'react-router'
import { useTrack, useTracked } from 'sendoff/react'
import type { Route } from './+types/product'

export const meta = ({ params: { sku } }: Route.MetaArgs) => [{ title: `Tea ${sku}` }]

export default function Product({ params: { sku } }: Route.ComponentProps) {
  const track = useTrack()
  useTracked('Viewed Product', { sku })
  return (
    <main>
      <button type="button" onClick={() => track('Added to Cart', { sku })}>
        Add to cart
      </button>
      <Link to="/">Home</Link>
      <Link to={`/product/${sku}`}>Again</Link>
      <Link to="/sold-out">Sold out</Link>
    </main>
  )
}
