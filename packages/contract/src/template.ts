import Type from 'typebox';
import { RegionCode, Shape, Year } from './schema.ts';

/** For whom and when a workbook to fill in is made. */
export const TemplateQuery = Shape({ region: Type.Optional(RegionCode), year: Type.Optional(Year) });
