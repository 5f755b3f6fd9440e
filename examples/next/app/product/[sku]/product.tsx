'use client'

import Link from 'next/link'
import { useTrack, useTracked } from 'sendoff/next'

export const Product = ({ sku }: { readonly sku: string }) => {
  const track = useTrack()
  useTracked('Viewed Product', { sku })
  return (
    <main>
      <button type="button" onClick={() => track('Added to Cart', { sku })}>
        Add to cart
      </button>
      <Link href="/">Home</Link>
      <Link href={`/product/${sku}`}>Again</Link>
      <Link href="/sold-out" onNavigate={(navigation) => navigation.preventDefault()}>
        Sold out
      </Link>
    </main>
  )
}
