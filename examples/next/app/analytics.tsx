'use client'

import type { ReactNode } from 'react'
import { Analytics as Sendoff } from 'sendoff/next'
import { track } from '@/lib/track'

export const Analytics = ({ children }: { readonly children: ReactNode }) => (
  <Sendoff track={track}>{children}</Sendoff>
)
