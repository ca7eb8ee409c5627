import { LOCALES, type Locale } from '#locales/index.ts';

/** Zone names of the platform that are made of a country whose name is known tell what else they are made of. */
const KNOWN = { region: 'LU', zone: 'Europe/Luxembourg' } as const;

const REGIONS: readonly string[] = Array.from({ length: 26 * 26 }, (_, index) =>
  String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26)),
);

/** `에드먼턴 시간`, `Luxembourg Time`. */
const genericName = (zone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

const suffixes = new Map<Locale, string>();

function suffixOf(locale: Locale): string {
  const known = suffixes.get(locale);
  if (known !== undefined) return known;
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(KNOWN.region) ?? '';
  const name = genericName(KNOWN.zone, locale);
  const suffix = name.startsWith(country) ? name.slice(country.length) : '';
  suffixes.set(locale, suffix);
  return suffix;
}

/** The city of a zone, or its country where that has one zone alone, as the platform knows it; undefined for none. */
export function placeName(zone: string, locale: Locale): string | undefined {
  const suffix = suffixOf(locale);
  const name = genericName(zone, locale);
  return suffix !== '' && name.endsWith(suffix) && name !== suffix
    ? name.slice(0, -suffix.length)
    : undefined;
}

interface Country {
  readonly region: string;
  /** In every language of the bot. */
  readonly names: readonly string[];
}

let countries: readonly Country[] | undefined;

function listCountries(): readonly Country[] {
  const inLocales = LOCALES.map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  );
  return REGIONS.flatMap((region) => {
    const names = inLocales.flatMap((display) => display.of(region) ?? []);
    return names.length === 0 ? [] : [{ region, names }];
  });
}

/** The zones of countries with a name that fits: 2 where one does exactly, 1 where one only begins so. */
export function zonesOfCountries(
  fits: (name: string) => 0 | 1 | 2,
): readonly { readonly zone: string; readonly fit: 1 | 2 }[] {
  // 50 ms, once; the zones of a country take 1 ms each: only those of countries that fit are asked for.
  countries ??= listCountries();
  return countries.flatMap(({ region, names }) => {
    const fit = names.reduce<0 | 1 | 2>((best, name) => {
      const one = fits(name);
      return one > best ? one : best;
    }, 0);
    if (fit === 0) return [];
    const zones = new Intl.Locale(`und-${region}`).getTimeZones() ?? [];
    return zones.map((zone) => ({ zone, fit }));
  });
}
