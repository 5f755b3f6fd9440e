import { Product } from './product'

interface Props {
  readonly params: Promise<{ sku: string }>
}

export const generateMetadata = async ({ params }: Props) => ({ title: `Tea ${(await params).sku}` })

export default async function ProductPage({ params }: Props) {
  return <Product sku={(await params).sku} />
}
