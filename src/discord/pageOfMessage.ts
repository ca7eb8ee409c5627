import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessage,
  ComponentType,
} from 'discord-api-types/v10';
import { compose } from '#pages/message/compose.ts';
import { withoutSharer } from '#pages/message/share.ts';
import type { Page } from '#pages/model.ts';

/** Everything that Discord sends is read as if it may be missing. */
type MessageParts = Partial<Pick<APIMessage, 'content' | 'embeds' | 'components'>>;

/** What the bot has written of an embed, without what Discord adds. */
const embedOf = ({
  title,
  description,
  url,
  color,
  fields,
  footer,
  author,
  image,
  thumbnail,
}: APIEmbed): APIEmbed => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
  ...(url === undefined ? {} : { url }),
  ...(color === undefined ? {} : { color }),
  ...(fields === undefined ? {} : { fields }),
  ...(footer === undefined ? {} : { footer: { text: footer.text } }),
  ...(author === undefined ? {} : { author: { name: author.name } }),
  ...(image === undefined ? {} : { image: { url: image.url } }),
  ...(thumbnail === undefined ? {} : { thumbnail: { url: thumbnail.url } }),
});

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const rowsOf = (components: APIMessage['components']): readonly Row[] =>
  (components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? [
          {
            type: row.type,
            components: row.components.map((component) => {
              const { id: _, ...own } = component;
              return own;
            }),
          },
        ]
      : [],
  );

/** The page that a message of the bot's shows. */
export const pageOfMessage = ({ content = '', embeds, components }: MessageParts): Page => {
  const page = compose({ embeds: (embeds ?? []).map(embedOf), rows: [] });
  const line = withoutSharer(content);
  return {
    ...page,
    components: rowsOf(components),
    // A recap mentions a role of its server, which is a stranger elsewhere.
    ...(line === '' || line.includes('<@') ? {} : { content: line }),
  };
};
