/** One sentence (or part of one) in both languages. Both are written where it is made, so that neither changes alone. */
export interface Wording {
  zh: string;
  en: string;
}

/** The English name, where the catalogue has one; else the Chinese one, quoted. */
export function englishName({ name, nameEn }: { name: string; nameEn?: string | null }): string {
  return nameEn ? nameEn : `“${name}”`;
}
