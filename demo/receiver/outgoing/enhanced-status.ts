/**
 * Whether an enhanced status code (RFC 3463) says that there is no such mailbox, so that nothing should be sent there
 * again: the address (5.1.x) or a mailbox that is closed (5.2.1). A full one (5.2.2) may be emptied, and policy (5.7.x)
 * is about who sends.
 */
export const isDeadAddress = (status: string): boolean => /^5\.(?:1\.\d{1,3}|2\.1)$/.test(status);
