import Link from 'next/link'
import { Product } from './product'

interface Props {
  readonly params: Promise<{ sku: string }>
}

export const generateMetadata = async ({ params }: Props) => ({ title: `Tea ${(await params).sku}` })

export default async function ProductPage({ params }: Props) {
  const { sku } = await params
  return (
    <main>
      <Product sku={sku} />
      <Link href="/">Home</Link>
    </main>
  )
}
