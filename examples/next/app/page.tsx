import Link from 'next/link'

export const metadata = { title: 'Home' }

export default function Home() {
  return <Link href="/product/A-1">Tea</Link>
}
