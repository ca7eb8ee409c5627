import type {
  APIApplicationCommand,
  RESTPostAPIApplicationCommandsJSONBody as CommandBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, Routes } from 'discord-api-types/v10';
import type { Rest } from '../rest/rest.ts';

/** Discord's defaults: omitting them and sending them are equivalent. */
const isDefault = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A canonical form, independent of the order of keys and of explicit defaults. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    // Numbers form a set (contexts, channel types): Discord may return them in another order.
    return value.every((one) => typeof one === 'number')
      ? value.toSorted((one, other) => one - other)
      : value.map(canonical);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, canonical(inner)] as const)
    .filter(([, inner]) => !isDefault(inner))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
};

const meaning = (command: CommandBody | APIApplicationCommand): string =>
  JSON.stringify(
    canonical({
      type: command.type ?? ApplicationCommandType.ChatInput,
      name: command.name,
      name_localizations: command.name_localizations,
      description: 'description' in command ? command.description : undefined,
      description_localizations:
        'description_localizations' in command ? command.description_localizations : undefined,
      options: 'options' in command ? command.options : undefined,
      default_member_permissions: command.default_member_permissions,
      nsfw: command.nsfw,
      integration_types: command.integration_types,
      contexts: command.contexts,
    }),
  );

const keyOf = (command: CommandBody | APIApplicationCommand): string =>
  `${command.type ?? ApplicationCommandType.ChatInput} ${command.name}`;

/** The changes, and each command's id for mentions. */
export interface Registration {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  readonly ids: ReadonlyMap<string, string>;
}

/** The first registration is one bulk request: made one by one, the sixth would be rate limited for twenty seconds. */
const createAll = async (
  rest: Rest,
  applicationId: string,
  wanted: readonly CommandBody[],
): Promise<Registration> => {
  const made = await rest.put<APIApplicationCommand[]>(Routes.applicationCommands(applicationId), {
    body: wanted,
  });
  return {
    created: wanted.map(({ name }) => name),
    changed: [],
    removed: [],
    unchanged: [],
    ids: new Map(made.map(({ name, id }) => [name, id])),
  };
};

/**
 * Synchronizes Discord's commands with ours, without touching unchanged ones: an application may create 200 commands
 * a day, and an edit is not a creation.
 * @see https://docs.discord.com/developers/interactions/application-commands#registering-a-command
 */
export const registerCommands = async (
  rest: Rest,
  applicationId: string,
  wanted: readonly CommandBody[],
): Promise<Registration> => {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = await rest.get<APIApplicationCommand[]>(Routes.applicationCommands(applicationId), {
    query,
  });
  if (present.length === 0) return await createAll(rest, applicationId, wanted);
  const byKey = new Map(present.map((command) => [keyOf(command), command]));
  const ids = new Map<string, string>();
  const created: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (const body of wanted) {
    const known = byKey.get(keyOf(body));
    byKey.delete(keyOf(body));
    if (known === undefined) {
      const made = await rest.post<APIApplicationCommand>(Routes.applicationCommands(applicationId), {
        body,
      });
      ids.set(body.name, made.id);
      created.push(body.name);
    } else {
      ids.set(body.name, known.id);
      if (meaning(known) === meaning(body)) {
        unchanged.push(body.name);
      } else {
        await rest.patch<APIApplicationCommand>(Routes.applicationCommand(applicationId, known.id), { body });
        changed.push(body.name);
      }
    }
  }
  const removed: string[] = [];
  for (const command of byKey.values()) {
    // Discord creates the entry point command itself for applications with an activity.
    if (command.type === ApplicationCommandType.PrimaryEntryPoint) continue;
    await rest.delete(Routes.applicationCommand(applicationId, command.id));
    removed.push(command.name);
  }
  return { created, changed, removed, unchanged, ids };
};
