import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { useTrack, useTracked } from 'sendoff/react'

export const Product = () => {
  const { sku = '' } = useParams()
  const track = useTrack()
  useTracked('Viewed Product', { sku })
  useEffect(() => {
    document.title = `Tea ${sku}`
  }, [sku])
  return (
    <main>
      <button type="button" onClick={() => track('Added to Cart', { sku })}>
        Add to cart
      </button>
      <Link to="/">Home</Link>
      <Link to={`/product/${sku}`}>Again</Link>
      <Link to="/sold-out" onClick={(event) => event.preventDefault()}>
        Sold out
      </Link>
    </main>
  )
}
