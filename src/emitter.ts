/** Listeners by type. A listener that throws harms neither the tracker nor the other listeners. */
export const createEmitter = <Types extends object>() => {
  const listeners = new Map<keyof Types, Set<(detail: never) => void>>()
  return {
    /** Returns the way to stop listening. */
    on<Type extends keyof Types>(type: Type, listener: (detail: Types[Type]) => void): () => void {
      const known = listeners.get(type) ?? new Set()
      listeners.set(type, known.add(listener))
      return () => known.delete(listener)
    },
    /** Tells whether anyone listened. */
    emit<Type extends keyof Types>(type: Type, detail: Types[Type]): boolean {
      const known = listeners.get(type)
      for (const listener of known ?? [])
        try {
          listener(detail as never)
        } catch (error) {
          console.error(error)
        }
      return !!known?.size
    },
  }
}
