import { Link } from 'react-router'

export const meta = () => [{ title: 'Home' }]

export default function Home() {
  return <Link to="/product/A-1">Tea</Link>
}
