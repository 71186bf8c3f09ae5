import type { Font } from 'exceljs';

/** 宋体 is on every machine that official tables are made on; others fall back by its character set. */
const SONG = { name: '宋体', family: 3, charset: 134 };

/** The type of everything we write, so that no Latin default stands in Chinese text. */
export const font = (more: Partial<Font> = {}): Partial<Font> => ({ ...SONG, size: 11, ...more });
