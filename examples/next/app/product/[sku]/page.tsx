import Link from 'next/link'
import { Product } from './product'

export default async function ProductPage({ params }: { readonly params: Promise<{ sku: string }> }) {
  const { sku } = await params
  return (
    <main>
      <Product sku={sku} />
      <Link href="/">Home</Link>
    </main>
  )
}
