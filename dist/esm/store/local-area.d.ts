/** localStorage without its exceptions: what cannot be written is not there when it is read. A `Map` is one, too. */
export interface LocalArea {
    keys(): Iterable<string>;
    get(key: string): string | null | undefined;
    set(key: string, value: string): unknown;
    delete(key: string): unknown;
}
/** `area` throws where the page may not have one (a sandboxed frame, refused cookies), and when it is full. */
export declare const createLocalArea: (area: () => Storage) => LocalArea;
