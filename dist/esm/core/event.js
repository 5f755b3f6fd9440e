/** Events of the same group may share a request. What may be a repeat, and what is about the person, goes alone. */
export const groupOf = ({ events: [first], }) => first?.type === 'track' && !first.uniqueId ? JSON.stringify(first.identity) : first?.id;
