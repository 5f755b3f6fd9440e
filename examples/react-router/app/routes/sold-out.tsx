export const meta = () => [{ title: 'Sold out' }]

export default function SoldOut() {
  return <p>Sold out</p>
}
