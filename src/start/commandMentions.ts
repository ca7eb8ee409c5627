/**
 * Mentions of commands: clickable once Discord's ids are known.
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export interface CommandMentions {
  readonly mention: (command: string) => string;
  /** Sets the commands' ids, by name. */
  readonly know: (ids: ReadonlyMap<string, string>) => void;
}

/** @param command a command's name, followed by a space and its subcommand if it has one. */
export const createCommandMentions = (): CommandMentions => {
  let known: ReadonlyMap<string, string> = new Map();
  return {
    mention: (command) => {
      const [name = command] = command.split(' ');
      const id = known.get(name);
      return id === undefined ? `\`/${command}\`` : `</${command}:${id}>`;
    },
    know: (ids) => {
      known = ids;
    },
  };
};
