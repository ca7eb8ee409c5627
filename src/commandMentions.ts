/**
 * Commands as people see them in a message: clickable where Discord's id is known.
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export interface CommandMentions {
  readonly mention: (command: string) => string;
  /** Takes over the ids that Discord gave the commands, by name. */
  readonly know: (ids: ReadonlyMap<string, string>) => void;
}

/** @param command a command's name, with its subcommand after a space where it has one. */
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
