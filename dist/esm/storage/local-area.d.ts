/** localStorage without its exceptions: what cannot be written is not there when it is read. */
export interface LocalArea {
    keys(): string[];
    get(key: string): string | null | undefined;
    set(key: string, value: string): void;
    remove(key: string): void;
}
/** `area` throws where the page may not have one (a sandboxed frame, refused cookies), and when it is full. */
export declare const createLocalArea: (area: () => Storage) => LocalArea;
