/** What the relay needs of its surroundings; tests give their own. */
export interface World {
    fetch(url: string, init: RequestInit): Promise<Response>;
    /** The present, in milliseconds since 1970. */
    now(): number;
    sleep(ms: number): Promise<unknown>;
}
/**
 * Uses the platform's own functions, looked up at each call: Workers refuse a `fetch` that is called on another object.
 */
export declare const createWorld: () => World;
