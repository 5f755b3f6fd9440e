/** Listeners by type. One that throws harms neither the tracker nor the other listeners. */
export declare const createEmitter: <Types extends object>() => {
    /** Returns the way to stop listening. */
    on<Type extends keyof Types & string>(type: Type, listener: (detail: Types[Type]) => void): () => void;
    emit(type: keyof Types & string, detail: object): void;
};
