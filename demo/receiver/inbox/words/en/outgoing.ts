export const outgoing = {};
