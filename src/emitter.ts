/** Listeners by type. One that throws harms neither the tracker nor the other listeners. */
export const createEmitter = <Types extends object>() => {
  const target = new EventTarget()
  return {
    /** Returns the way to stop listening. */
    on<Type extends keyof Types & string>(type: Type, listener: (detail: Types[Type]) => void): () => void {
      const listen = (event: Event) => listener((event as CustomEvent<Types[Type]>).detail)
      target.addEventListener(type, listen)
      return () => target.removeEventListener(type, listen)
    },
    emit(type: keyof Types & string, detail: object): void {
      target.dispatchEvent(new CustomEvent(type, { detail }))
    },
  }
}
