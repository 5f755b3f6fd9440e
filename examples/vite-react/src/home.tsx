import { useEffect } from 'react'
import { Link } from 'react-router'

export const Home = () => {
  useEffect(() => {
    document.title = 'Home'
  }, [])
  return <Link to="/product/A-1">Tea</Link>
}
