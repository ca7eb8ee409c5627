import { frontMatterOf } from './keys.ts';
import type { SplitPost } from './splitResult.ts';

/** The directive with which a page of Swift's DocC tells about itself. */
const METADATA =
  /^[ \t]*@Metadata[ \t]*\{[^\n]*\n(?:(?![ \t]*(?:`{3}|~{3}|#))[^\n]*\n){0,100}?[ \t]*\}[ \t]*$/mu;
/** What stands above a title may name the event that its talk was given at: `WWDC23`. */
const EVENT = /^\p{Lu}[\p{L}\p{N} .-]*\s?['’]?\d{2}(?:\d{2})?$/u;

/** What `@Metadata` says: the event, and where a recording of the talk is. The directive stays in the body. */
export function doccMetadata(source: string): SplitPost | undefined {
  if (!source.includes('@Metadata')) return undefined;
  const found = METADATA.exec(source);
  if (!found || /^[ \t]*(?:`{3}|~{3})/mu.test(source.slice(0, found.index))) return undefined;
  const keys: Record<string, string> = {};
  const at: Record<string, number> = {};
  const first = source.slice(0, found.index).split('\n').length;
  found[0].split('\n').forEach((line, index) => {
    const [, name = '', written = ''] = /^[ \t]*@(\w+)[ \t]*\((.*)\)[ \t]*$/u.exec(line) ?? [];
    const said = (key: string): string | undefined =>
      new RegExp(`\\b${key}:\\s*"([^"]*)"`, 'u').exec(written)?.[1];
    const tell = (key: string, value: string | undefined): void => {
      if (value === undefined || value === '') return;
      keys[key] ??= value;
      at[key] ??= first + index;
    };
    const text = /^\s*"(.*)"\s*$/u.exec(written)?.[1] ?? '';
    if (name === 'DisplayName') tell('title', text);
    if (name === 'TitleHeading' && EVENT.test(text)) tell('event', text);
    if (name === 'CallToAction' && /\b(?:watch|video|recording)\b/iu.test(said('label') ?? '')) {
      tell('video', said('url'));
      tell('duration', /\(\s*(\d+\s*min)[^()]*\)/u.exec(said('label') ?? '')?.[1]);
    }
  });
  return { front: frontMatterOf(keys, at, []), body: source, bodyLine: 1, problems: [], broken: false };
}
