import type { APIEmbed } from 'discord-api-types/v10';
import { cutLabel } from './cut.ts';
import { escapeCut } from './escape.ts';

const CONTEXT_ROOM = 120;
const TEXT_ROOM = 150;

/**
 * One line of Markdown that stands above an embed: `**5 · Cloud AI Platform** — BigQuery ML`. It is all that people see
 * who have embeds switched off, and what a phone's notification shows. Empty for an embed without words.
 * @param within what the page is a part of, plain; undefined for a page that stands by itself.
 */
export function contentLineOf(
  { title = '', description = '', author }: APIEmbed,
  within: string | undefined,
): string {
  // A title is Markdown already; the first line of a text stands in for a missing one.
  const [opening = ''] = description.replace(/^(?:[#>-]+ )+/u, '').split('\n');
  const name = title === '' ? escapeCut(opening.replace(/[*\\]/gu, ''), TEXT_ROOM, cutLabel) : title;
  if (within !== undefined && name !== '')
    return `**${escapeCut(within, CONTEXT_ROOM, cutLabel)}** — ${name}`;
  const about = escapeCut(author?.name ?? '', CONTEXT_ROOM, cutLabel);
  if (name === '') return about;
  return about === '' ? `**${name}**` : `**${name}** — ${about}`;
}
