import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '#store/address.ts';
import { StoreError } from '#store/storeError.ts';
import { readConfig } from '../src/config/config.ts';
import { safeAddress, secretsOf } from '../src/redact.ts';

describe('where an address leads', () => {
  it('is its host, port and database', () => {
    expect(safeAddress('postgres://me:secret@db.example:5433/lectern')).toBe('db.example:5433/lectern');
    expect(safeAddress('postgres://me@[::1]/lectern?sslmode=require')).toBe('[::1]/lectern');
    expect(safeAddress('https://me:secret@proxy.example/api/v10')).toBe('proxy.example');
  });

  const secret = 'hunter2hunter2';
  it.each(
    [
      `postgres://host/db?user=u&password=${secret}`,
      `postgres://host/db?sslpassword=${secret}`,
      `postgres://host/db?options=-c%20x=${secret}`,
      `postgres://u:a/${secret}@host/db`,
      `postgres://u:12/${secret}@host/db`,
      `postgres://u:a?${secret}@host/db`,
      `postgres://u:12#${secret}@host/db`,
      `postgres://u:12#${secret}`,
      `postgres://${secret}${secret}:x@host/db`,
      `postgres://u:p@host/db/${secret}`,
      `postgres://u:a b ${secret}@host/db`,
      `https://${secret}:x@host/api`,
      `http://host/${secret}/api`,
      `postgres:${secret}`,
    ].map((address) => [address.replaceAll(secret, '…'), address] as const),
  )('shows nothing of a secret in $0', (_shown, address) => {
    expect(safeAddress(address) ?? '').not.toContain(secret);
    const said = [() => readAddress(address), () => readConfig({ DATABASE_URL: address })].map((read) => {
      try {
        const { url: _, databaseUrl: __, ...shown } = { url: '', databaseUrl: '', ...read() };
        return JSON.stringify(shown);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    });
    expect(said.join()).not.toContain(secret);
  });

  it('shows no password, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.constantFrom('postgres', 'https'), (password, scheme) => {
        const shown = safeAddress(`${scheme}://user:${password}@host.example:5432/lectern`) ?? '';
        expect(['host.example:5432/lectern', '']).toContain(shown);
      }),
    );
  });

  it('names what is to be blanked in a log', () => {
    expect(secretsOf('postgres://u:p%2Fword@h/d?sslpassword=other&sslmode=require')).toEqual(
      expect.arrayContaining(['p%2Fword', 'p/word', 'other']),
    );
    expect(secretsOf('data/lectern.sqlite')).toEqual([]);
  });
});

describe('what is neither a path nor a known address', () => {
  it.each(
    [
      'host=db password=hunter2 dbname=lectern',
      ' user = u password = hunter2',
      'mysql://u:hunter2@host/db',
      'u:hunter2@host/db',
      '12:hunter2@host/db',
      'file://host/share/%zz',
      'sqlite:',
    ].map((text) => [text.replace('hunter2', '…'), text] as const),
  )('is refused, and not repeated: $0', (_shown, text) => {
    expect(() => readAddress(text)).toThrow(StoreError);
    expect(() => readAddress(text)).not.toThrow(/hunter2/);
    expect(() => readConfig({ DATABASE_URL: text })).toThrow(/DATABASE_URL must be/);
  });

  it.each(['data/a=b.sqlite', './x=1', 'C:\\data\\lectern.db', '/var/lib/@/lectern.db'])(
    'stays apart from paths: %s',
    (path) => {
      expect(readAddress(path).kind).toBe('file');
    },
  );
});

it('the playground and the bot each have a database of their own where none is named', () => {
  expect(readConfig({}).databaseUrl).toBe('data/playground.sqlite');
  expect(readConfig({ DISCORD_TOKEN: 'a.b.c' }).databaseUrl).toBe('data/lectern.sqlite');
  expect(readConfig({ DATABASE_URL: 'x.db' }).databaseUrl).toBe('x.db');
});
