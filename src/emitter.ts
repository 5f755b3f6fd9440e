/** Keeps listeners by type. A listener that throws harms neither the tracker nor the other listeners. */
export const createEmitter = <Types extends object>() => {
  type Listener = (detail: never) => void
  const listeners = new Set<readonly [type: unknown, listener: Listener]>()
  return {
    /** Adds a listener, and returns the function that removes it. */
    on<Type extends keyof Types & string>(type: Type, listener: (detail: Types[Type]) => void): () => void {
      const entry = [type, listener] as const
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    emit(type: keyof Types & string, detail: object): void {
      for (const [its, listener] of listeners)
        try {
          if (its === type) listener(detail as never)
        } catch (error) {
          console.warn('sendoff:', error)
        }
    },
  }
}
