'use client'

import { useTrack, useTracked } from 'sendoff/next'

export const Product = ({ sku }: { readonly sku: string }) => {
  const track = useTrack()
  useTracked('Viewed Product', { sku })
  return (
    <button type="button" onClick={() => track('Added to Cart', { sku })}>
      Add to cart
    </button>
  )
}
