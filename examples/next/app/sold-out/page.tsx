export const metadata = { title: 'Sold out' }

export default function SoldOut() {
  return <p>Sold out</p>
}
