/**
 * localStorage without its exceptions: an entry that cannot be written is missing when it is read. A `Map` fits, too.
 */
export interface LocalArea {
    keys(): Iterable<string>;
    get(key: string): string | null | undefined;
    set(key: string, value: string): unknown;
    delete(key: string): unknown;
}
/**
 * Makes a local area. `area` throws where the page may not have storage (a sandboxed frame, refused cookies), and when
 * it is full.
 */
export declare const createLocalArea: (area: () => Storage) => LocalArea;
