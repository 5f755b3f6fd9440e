/** Listeners by type. A listener that throws harms neither the tracker nor the other listeners. */
export declare const createEmitter: <Types extends object>() => {
    /** Returns the way to stop listening. */
    on<Type extends keyof Types>(type: Type, listener: (detail: Types[Type]) => void): () => void;
    /** Tells whether anyone listened. */
    emit<Type extends keyof Types>(type: Type, detail: Types[Type]): boolean;
};
