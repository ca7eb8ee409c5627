import type { Json } from '../protocol/views.ts';

/**
 * An error in Discord's format: an HTTP status and `{code, message, errors}`.
 * Codes and messages: Topics, "Opcodes and Status Codes", JSON error codes.
 */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Json | undefined;

  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The body of the response. */
  body(): { message: string; code: number; errors?: Json } {
    const plain = { message: this.message, code: this.code };
    return this.errors === undefined ? plain : { ...plain, errors: this.errors };
  }
}

const TABLE = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownTag: [404, 10087, 'Unknown tag'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  tooManyCreates: [429, 30034, 'Max number of daily application command creates has been reached (200)'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyCrossposted: [400, 40033, 'This message was already crossposted'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  nonTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [403, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRecipients: [400, 50033, 'Invalid Recipient(s)'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
} as const satisfies Record<string, readonly [number, number, string]>;

/** Discord's error of that name, to be thrown. */
export function refuse(name: keyof typeof TABLE): DiscordError {
  const [status, code, message] = TABLE[name];
  return new DiscordError(status, code, message);
}

/** A mistake in a body: Discord's code of the rule and its message. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** `50035 Invalid Form Body` with every mistake at its path (Reference, "Error Messages"). */
export function invalidForm(mistakes: readonly Mistake[]): DiscordError {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of mistakes) {
    let node = root;
    for (const key of path) {
      const next = (node[String(key)] ?? {}) as Record<string, unknown>;
      node[String(key)] = next;
      node = next;
    }
    const list = (node['_errors'] ?? []) as unknown[];
    node['_errors'] = [...list, { code, message }];
  }
  return new DiscordError(400, 50035, 'Invalid Form Body', root as Json);
}

/** One mistake, as an error. */
export function mistake(path: Mistake['path'], code: string, message: string): DiscordError {
  return invalidForm([{ path, code, message }]);
}
