import { disassemble } from 'es-hangul';

/**
 * The keystrokes of a text: each intermediate state of a syllable (`ㅅ`, `세`, `셋`, `세셔`) is a prefix of the
 * keystrokes of the finished word (`세션`), so that matches do not flicker during typing.
 */
export const keystrokes = (text: string): string => disassemble(text.normalize('NFC'));
