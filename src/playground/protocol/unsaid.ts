/** What the gateway leaves unsaid while a connection is set up. */
export type Unsaid = 'hello' | 'ready' | 'resumed';
