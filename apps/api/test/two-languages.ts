const MAGNITUDES: Record<string, number> = {
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const NUMBER = /(\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(万亿|万|亿|million|billion|trillion))?/g;
const DAY =
  /(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/g;

/** The numbers of a sentence in either language, smallest first: 10.9万 and 109,000 are the same. */
export function numbersOf(sentence: string): number[] {
  const days = sentence.replace(DAY, (day) => new Date(`${day} UTC`).toISOString().slice(0, 10));
  // the 10,000 of a unit (吨标准煤/万元) is no number of the sentence; 1 “万亿元” = 10,000 “亿元”: the unit is quoted in English
  const plain = days.replace(/(?<=\d) “(?=[万亿])| per 10,000\b/gu, '');
  return [...plain.matchAll(NUMBER)]
    .map(([, digits = '', magnitude = '']) => Number(digits.replaceAll(',', '')) * (MAGNITUDES[magnitude] ?? 1))
    .map((number) => Number(number.toPrecision(12)))
    .sort((a, b) => a - b);
}

/** The Chinese of an English sentence that is no quotation. */
export function unquotedChinese(sentence: string): string[] {
  return sentence.replace(/“[^”]*”/g, '').match(/\p{Script=Han}+/gu) ?? [];
}
