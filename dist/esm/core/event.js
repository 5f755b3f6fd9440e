/** What may be a repeat, and what is about the person, goes alone. */
export const groupOf = ({ id, type, uniqueId, identity }) => type === 'track' && !uniqueId ? JSON.stringify(identity) : id;
