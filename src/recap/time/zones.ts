import { type ByLocale, byLocale, LOCALES, type Locale } from '#locales/index.ts';
import { type CityNames, ZONES } from '#locales/model/cities.ts';
import { placeName, zonesOfCountries } from './places.ts';

/** A time zone. */
export interface Zone {
  /** IANA name. */
  readonly id: string;
}

interface Listed {
  readonly id: string;
  /** What the table of cities calls it; undefined for a zone that is not in it. */
  readonly city: ByLocale<string> | undefined;
  /** Search terms: its cities and its name, folded. */
  readonly names: readonly string[];
  readonly path: string;
}

const cityOf = (id: string): string => (id.split('/').at(-1) ?? id).replaceAll('_', ' ');

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_/'’.-]+/g, '');

/** The most common zones, offered for an empty input. */
const common = [
  'Asia/Seoul',
  'Asia/Tokyo',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Ho_Chi_Minh',
  'Asia/Kolkata',
  'Australia/Sydney',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'UTC',
];

/** Obsolete zone names that Intl still lists; the current ones are in the table of cities. */
const former = ['Asia/Calcutta', 'Asia/Katmandu', 'Asia/Rangoon', 'Asia/Saigon', 'Europe/Kiev'];

const isNamed = (id: string): id is keyof CityNames => ZONES.some((one) => one === id);

function makeZones(): readonly Listed[] {
  const listed = Intl.supportedValuesOf('timeZone').filter((id) => !former.includes(id));
  const ids = new Set([...ZONES, ...listed]);
  return [...ids].map((id) => {
    const path = fold(id);
    if (!isNamed(id)) return { id, city: undefined, names: [fold(cityOf(id))], path };
    const names = byLocale(({ cities }) => cities[id]);
    const city = byLocale((_, locale) => names[locale][0]);
    return { id, city, names: [...new Set([cityOf(id), ...Object.values(names).flat()].map(fold))], path };
  });
}

let made: readonly Listed[] | undefined;
const zones = (): readonly Listed[] => {
  made ??= makeZones();
  return made;
};

/** 0: no match; higher is better. */
function fit({ names, path }: Listed, wanted: string): number {
  if (path === wanted || names.includes(wanted)) return 4;
  if (names.some((name) => name.startsWith(wanted))) return 3;
  if (path.startsWith(wanted)) return 2;
  return path.includes(wanted) || names.some((name) => name.includes(wanted)) ? 1 : 0;
}

const rank = ({ id }: Zone): number => {
  const at = common.indexOf(id);
  return at < 0 ? common.length : at;
};

/** The city of a zone: as the table of cities calls it, else the platform, else the zone itself. */
const cityIn = ({ id, city }: Listed, locale: Locale): string =>
  city?.[locale] ?? placeName(id, locale) ?? cityOf(id);

/** Zones whose city, country or name matches the text, best first; for an empty text, the most common ones. */
export const findZones = (typed: string, limit: number): readonly Zone[] =>
  findListed(typed, limit).map(({ id }) => ({ id }));

const byFit = (scored: readonly { readonly zone: Listed; readonly score: number }[]): readonly Listed[] =>
  scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || rank(a.zone) - rank(b.zone) || (a.zone.id < b.zone.id ? -1 : 1))
    .map(({ zone }) => zone);

/** Zones by their country: below those whose city is called so, above those that merely contain the text. */
function byCountry(wanted: string): ReadonlyMap<string, number> {
  const fits = (name: string): 0 | 1 | 2 => {
    const folded = fold(name);
    return folded === wanted ? 2 : folded.startsWith(wanted) ? 1 : 0;
  };
  return new Map(zonesOfCountries(fits).map(({ zone, fit: how }) => [zone, how === 2 ? 3 : 1.5]));
}

let places: ReadonlyMap<string, readonly string[]> | undefined;

/** What the platform calls the city of each zone, folded. It takes half a second, once: asked for as the last resort. */
function placesOf(id: string): readonly string[] {
  places ??= new Map(
    zones().map((zone) => [
      zone.id,
      zone.city === undefined ? LOCALES.flatMap((locale) => placeName(zone.id, locale) ?? []).map(fold) : [],
    ]),
  );
  return places.get(id) ?? [];
}

function findListed(typed: string, limit: number): readonly Listed[] {
  const wanted = fold(typed);
  if (wanted === '') {
    return common.flatMap((id) => zones().find((zone) => zone.id === id) ?? []).slice(0, limit);
  }
  const countries = byCountry(wanted);
  const known = byFit(
    zones().map((zone) => ({ zone, score: Math.max(fit(zone, wanted), countries.get(zone.id) ?? 0) })),
  );
  if (known.length > 0) return known.slice(0, limit);
  const called = zones().map((zone) => ({
    zone,
    score: fit({ ...zone, names: placesOf(zone.id), path: '' }, wanted),
  }));
  return byFit(called).slice(0, limit);
}

/** Offset of a zone at an instant, as `UTC+9` or `UTC−3:30`. */
export function offsetOf(timeZone: string, at: Temporal.Instant): string {
  const [, sign = '+', hours = '0', minutes = '00'] =
    /^([+-])(\d{2}):(\d{2})/.exec(at.toZonedDateTimeISO(timeZone).offset) ?? [];
  if (Number(hours) === 0 && minutes === '00') return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** A zone as text for people: `서울 (Asia/Seoul) · UTC+9`. */
export function describeZone(timeZone: string, locale: Locale, at: Temporal.Instant): string {
  const zone = zones().find(({ id }) => id === timeZone);
  const city = zone === undefined ? cityOf(timeZone) : cityIn(zone, locale);
  const name = city === timeZone ? city : `${city} (${timeZone})`;
  const offset = offsetOf(timeZone, at);
  return name === offset ? name : `${name} · ${offset}`;
}

/** True for a zone that this process knows. */
function exists(id: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: id }));
  } catch {
    return false;
  }
}

/** Parses a zone: an IANA name, a city, or the label of a suggestion. */
export function readZone(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const inside = /\(([A-Za-z0-9_+\-/]+)\)/.exec(text)?.[1] ?? text.replace(/\s*·.*$/, '');
  const known = zones().find(({ id }) => id.toLowerCase() === inside.toLowerCase());
  if (known) return known.id;
  const [best, second] = findListed(inside, 2);
  const wanted = fold(inside);
  // A country with one zone is that zone, and so is a city that the platform alone knows.
  if (best && !second && wanted.length > 1) return best.id;
  if (best && wanted !== '' && fit(best, wanted) === 4) return best.id;
  // An unambiguous prefix of a city is that city.
  if (best && wanted.length > 1 && fit(best, wanted) === 3 && (!second || fit(second, wanted) < 3))
    return best.id;
  return /^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(inside) && exists(inside) ? inside : undefined;
}

/** The most common zone of a Discord locale. `en-US` is every server's default and says nothing. */
const homes: Readonly<Record<string, string>> = {
  ko: 'Asia/Seoul',
  ja: 'Asia/Tokyo',
  'zh-CN': 'Asia/Shanghai',
  'zh-TW': 'Asia/Taipei',
  vi: 'Asia/Ho_Chi_Minh',
  th: 'Asia/Bangkok',
  id: 'Asia/Jakarta',
  hi: 'Asia/Kolkata',
  'en-GB': 'Europe/London',
  de: 'Europe/Berlin',
  fr: 'Europe/Paris',
  it: 'Europe/Rome',
  'es-ES': 'Europe/Madrid',
  nl: 'Europe/Amsterdam',
  'sv-SE': 'Europe/Stockholm',
  da: 'Europe/Copenhagen',
  no: 'Europe/Oslo',
  fi: 'Europe/Helsinki',
  pl: 'Europe/Warsaw',
  cs: 'Europe/Prague',
  hu: 'Europe/Budapest',
  ro: 'Europe/Bucharest',
  bg: 'Europe/Sofia',
  el: 'Europe/Athens',
  hr: 'Europe/Zagreb',
  lt: 'Europe/Vilnius',
  uk: 'Europe/Kyiv',
  tr: 'Europe/Istanbul',
  ru: 'Europe/Moscow',
  'pt-BR': 'America/Sao_Paulo',
};

/** The zone of a server by its Discord locale; undefined for an ambiguous one. */
export const homeZone = (guildLocale: string | undefined): string | undefined =>
  guildLocale === undefined ? undefined : homes[guildLocale];
