import { BRIEFING_SECTIONS, type BriefingSection } from '@dabiao/domain/briefing-section';

/** How a briefing is to look and what is to be in it. */
export interface BriefingForm {
  /** `official`: by GB/T 9704-2012; `modern`: compact, without its type sizes. */
  form: 'official' | 'modern';
  sections: readonly BriefingSection[];
  /** The table of all targets on wide pages, with more columns. */
  landscape: boolean;
  /** 期号 as printed: 第12期, 2025年第3期; null: none. */
  number: string | null;
  /** 编印单位; null: none. */
  issuer: string | null;
}

/** The form that nobody asked otherwise for. */
export const PLAIN_FORM: BriefingForm = {
  form: 'official',
  sections: BRIEFING_SECTIONS,
  landscape: false,
  number: null,
  issuer: null,
};
