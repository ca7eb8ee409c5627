import { NONE } from '../../compute/compact.ts';
import { tableOf, type Values, webHref, wordOf } from '../frontMatter/values.ts';
import { addressKind } from '../markdown/clean.ts';
import type { RawTalkLink, ReadContext } from './model.ts';

/** The addresses of one kind, as written. */
interface Kind {
  readonly keys: readonly string[];
  /** What it is called in a finding. */
  readonly noun: string;
  /** The address of a short form, such as the id of a video; `path` says where it stands. */
  readonly short?: (written: string, path: string) => string | undefined;
}

const onPlayer = (written: string, path: string): string | undefined => {
  if (/youtube/u.test(path) && /^[\w-]{11}$/u.test(written)) return `https://youtu.be/${written}`;
  return /vimeo/u.test(path) && /^\d{4,12}$/u.test(written) ? `https://vimeo.com/${written}` : undefined;
};
const onGitHub = (written: string, key: string): string | undefined =>
  /^(?:code|repo|repository|github)$/u.test(key) &&
  /^[\w.-]+\/[\w.-]+$/u.test(written) &&
  !/\.\w+$/u.test(written)
    ? `https://github.com/${written}`
    : undefined;

const KINDS = {
  slides: {
    keys: [
      'slides',
      'slide',
      'slides_url',
      'slideshare',
      'speakerdeck',
      'deck',
      'presentation',
      '발표자료',
      '슬라이드',
    ],
    noun: 'slides',
  },
  video: {
    keys: [
      'video',
      'videos',
      'video_url',
      'recording',
      'recordings',
      'youtube',
      'youtube_id',
      'youtubeid',
      'vimeo',
      '영상',
    ],
    noun: 'recording',
    short: onPlayer,
  },
  code: {
    keys: ['code', 'repo', 'repository', 'github', 'source_code', 'code_url', '코드'],
    noun: 'code',
    short: onGitHub,
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** An address as written, and where. */
interface WrittenAddress {
  readonly written: string;
  readonly at: string;
}

/** One address or many: texts, and tables with `url`, `href`, `link`, `src`, `id`. */
function writtenIn(value: unknown, at: string): readonly WrittenAddress[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => writtenIn(one, `${at}/${index}`));
  const table = tableOf(value);
  if (table) {
    const key = ['url', 'href', 'link', 'src', 'file', 'youtube', 'vimeo', 'id'].find(
      (name) => wordOf(table[name]) !== undefined,
    );
    // The site that an id is of may stand beside it.
    const site =
      key === 'id'
        ? (
            ['provider', 'type', 'site', 'service']
              .map((name) => wordOf(table[name]))
              .find((one) => one !== undefined) ?? ''
          ).toLowerCase()
        : '';
    return key === undefined ? [] : writtenIn(table[key], `${at}/${site}${key}`);
  }
  // `video: true` switches something on in a theme.
  if (typeof value === 'boolean') return [];
  const word = wordOf(value);
  return word === undefined
    ? []
    : word.split(/[\s,]+(?=https?:\/\/)/u).map((written): WrittenAddress => ({ written, at }));
}

const HOST = /^(?:www\.)?[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:\/\S*)?$/iu;

function addressOf(written: string): string | undefined {
  const bare = /^<(.+)>$/u.exec(written)?.[1] ?? /^\[[^\]]*\]\(([^)\s]+)\)$/u.exec(written)?.[1] ?? written;
  const kind = addressKind(bare);
  if (kind === 'safe') return webHref(bare);
  if (kind === 'unsafe' || /\s/u.test(bare)) return undefined;
  if (bare.startsWith('//')) return webHref(`https:${bare}`);
  if (/^\.{0,2}\//u.test(bare)) return bare;
  return HOST.test(bare) && (bare.includes('/') || bare.startsWith('www.'))
    ? webHref(`https://${bare}`)
    : undefined;
}

function linksOf(
  { keys, noun, short }: Kind,
  values: Values,
  { lineOf, report }: ReadContext,
): readonly RawTalkLink[] {
  const told = keys.filter((key) => values[key] !== undefined);
  if (told.length === 0) return NONE;
  const links = told.flatMap((key) =>
    writtenIn(values[key], key).flatMap(({ written, at }) => {
      const url = short?.(written, at) ?? addressOf(written);
      if (url !== undefined) return [{ address: url, line: lineOf(at) }];
      // `github: ada`: a user name there, and no address.
      if (/^@?[\w-]{1,39}$/u.test(written)) return [];
      const message = `The address "${written.slice(0, 80)}" of the ${noun} is not shown; write one that begins with https://.`;
      report(at, 'bad-link', message);
      return [];
    }),
  );
  return [...new Map(links.toReversed().map((link) => [link.address, link])).values()].toReversed();
}

/** Reads the addresses of slides, recording and code. */
export function readLinks(
  values: Values,
  reading: ReadContext,
): Readonly<Record<keyof typeof KINDS, readonly RawTalkLink[]>> {
  return {
    slides: linksOf(KINDS.slides, values, reading),
    video: linksOf(KINDS.video, values, reading),
    code: linksOf(KINDS.code, values, reading),
  };
}
