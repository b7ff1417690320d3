import { isServer } from 'lit';

/** Whether this runs on a server, where there is no page. Lit's type says `false` of what is only so in browsers. */
export const onServer: boolean = isServer;
