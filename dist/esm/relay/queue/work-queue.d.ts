import type { TrackedEvent } from '../../core/event.ts';
import type { Pace, Rate } from '../limits/pace.ts';
/** A person whose events this worker delivers, until it finishes, postpones, or is taken for dead. */
export interface Turn {
    readonly id: string;
    readonly person: string;
}
/** An event that waits. */
export interface QueueRecord {
    readonly key: string;
    readonly event: TrackedEvent;
    /** How often it was tried in vain. */
    readonly tries: number;
    /** When it was accepted, in milliseconds since 1970. */
    readonly atMs: number;
    /** As it is stored. */
    readonly json: string;
}
/** An event that was given up. */
export interface DeadLetter {
    readonly id: string;
    readonly reason: string;
    readonly detail: string;
    readonly record: QueueRecord;
}
/** `lost`: another worker has the turn; nothing was done. */
export type Held = 'done' | 'lost';
/** What workers need of a queue. Each name of a vendor is a queue of its own. */
export interface WorkQueue {
    /** Before anything else. */
    open(vendor: string): Promise<void>;
    take(vendor: string, count: number): Promise<readonly Turn[]>;
    /** The turns of workers that are taken for dead. */
    takeOver(vendor: string, count: number): Promise<readonly Turn[]>;
    /** This worker is alive, and still at it. */
    keep(vendor: string, turn: Turn): Promise<Held>;
    /** The first events of the person, oldest first. */
    read(vendor: string, turn: Turn): Promise<readonly QueueRecord[]>;
    /** The first event is done: delivered, or given up for this reason. Said twice it counts once. */
    settle(vendor: string, turn: Turn, record: QueueRecord, given?: {
        readonly reason: string;
        readonly detail?: string | undefined;
    }): Promise<Held>;
    /** The turn is over. */
    finish(vendor: string, turn: Turn): Promise<Held>;
    /** The turn is over, and the person waits; the event was tried once more. */
    postpone(vendor: string, turn: Turn, record: QueueRecord, waitMs: number): Promise<Held>;
    /** Gives those a turn whose waiting is over. */
    wake(vendor: string): Promise<number>;
    /** This worker ends. */
    leave(vendor: string): Promise<void>;
    /** One pace for all workers. */
    pace(vendor: string, rate: Rate): Pace;
    /** Events that wait. */
    waiting(vendor: string): Promise<number>;
    /** Some of those that were given up, oldest first, from this id on (`-`: from the first). */
    dead(vendor: string, from: string, count: number): Promise<readonly DeadLetter[]>;
    deadCount(vendor: string): Promise<number>;
    /** Back into the queue. */
    revive(vendor: string, letter: DeadLetter): Promise<void>;
    /** Gone for ever. */
    forget(vendor: string, letter: DeadLetter): Promise<void>;
}
