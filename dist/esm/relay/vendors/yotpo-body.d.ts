import type { TrackedEvent } from '../../core/event.ts';
/** The names of the body's fields. Yotpo's page confirms only those of the three identifiers. */
export declare const YOTPO_FIELDS: {
    readonly source: "source";
    readonly type: "type";
    readonly occurredAt: "occurred_at";
    readonly id: "id";
    readonly customer: "customer";
    readonly externalId: "external_id";
    readonly phone: "phone_number";
    readonly email: "email";
    readonly customerProperties: "properties";
    readonly properties: "properties";
};
export type YotpoFields = Readonly<Record<keyof typeof YOTPO_FIELDS, string>>;
export type YotpoBody = {
    readonly type: 'body';
    readonly body: object;
} | {
    readonly type: 'invalid';
    readonly detail: string;
};
/** Returns `viewed_product` for `Viewed Product`, `viewedProduct` and `viewed-product`; letters of any script stay. */
export declare const snakeCase: (name: string) => string;
/**
 * Makes the body of an event, and the id by which Yotpo knows the event. The traits of an `identify` are the
 * customer's: Yotpo takes them with an event, so no other call is needed.
 */
export declare const yotpoBody: ({ source, wrapper, fields, }: {
    readonly source: string;
    readonly wrapper: string | undefined;
    readonly fields: YotpoFields;
}) => ({ type, name, time, properties, identity }: TrackedEvent, id: string) => YotpoBody;
