/** Seconds until a client should try again where the database failed. */
export const UNAVAILABLE_RETRY_SECONDS = 30;

/** What says so. */
export const RETRY_LATER = { 'Retry-After': `${UNAVAILABLE_RETRY_SECONDS}` } as const;
