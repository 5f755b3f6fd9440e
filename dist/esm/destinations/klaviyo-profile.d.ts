import type { TrackedEvent } from '../core/event.ts';
/** The profile that an event belongs to. JSON leaves out what is undefined: the vendor's schema is closed, and null erases. */
export declare const profileOf: ({ type, identity, properties: said }: TrackedEvent, told: Set<string>) => {
    type: string;
    attributes: {
        anonymous_id: string;
        external_id: string | undefined;
        email: string | undefined;
        phone_number: string | undefined;
        _kx: string | undefined;
        first_name: unknown;
        last_name: unknown;
        properties: {
            readonly [x: string]: unknown;
        };
    };
};
