import type { ReactNode } from 'react'
import { Analytics } from './analytics'

export const metadata = { title: 'Shop' }

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Analytics>{children}</Analytics>
      </body>
    </html>
  )
}
