/** The reason why a database cannot be used. The message is one sentence for the operator, with the remedy. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code:
    | 'not-writable'
    | 'full'
    | 'gone'
    | 'damaged'
    | 'newer'
    | 'in-use'
    /** For now: it may be there in a moment. */
    | 'unreachable'
    /** The server does not let the bot do what is needed. */
    | 'refused'
    | 'bad-address'
    | 'foreign';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
