import { Link, Route, Routes, useLocation, useParams } from 'react-router'
import { usePageView, useTrack, useTracked } from 'sendoff/react'

const Product = () => {
  const { sku = '' } = useParams()
  const track = useTrack()
  useTracked('Viewed Product', { sku })
  return (
    <main>
      <button type="button" onClick={() => track('Added to Cart', { sku })}>
        Add to cart
      </button>
      <Link to="/">Home</Link>
    </main>
  )
}

export const Shop = () => {
  usePageView(useLocation().pathname)
  return (
    <Routes>
      <Route path="/" element={<Link to="/product/A-1">Tea</Link>} />
      <Route path="/product/:sku" element={<Product />} />
    </Routes>
  )
}
