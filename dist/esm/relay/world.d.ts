/** What the relay needs of its surroundings; tests give their own. */
export interface World {
    fetch(url: string, init: RequestInit): Promise<Response>;
    /** Milliseconds since 1970. */
    now(): number;
    sleep(ms: number): Promise<unknown>;
}
/** The platform's own, looked up at each call: Workers refuse a `fetch` that is called on another object. */
export declare const createWorld: () => World;
