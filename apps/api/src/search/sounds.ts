import { polyphonic } from 'pinyin-pro';

/** How one character is read and typed; both empty for what is no hanzi. */
export interface Sound {
  /** All its readings with tone numbers, ü as v: 长 has chang2 and zhang3. */
  readings: readonly string[];
  /** What is typed for them: without tones, ü as v, u or yu. */
  spellings: readonly string[];
  /** The letters they begin with. */
  initials: string;
}

const HANZI = /\p{Script=Han}/u;
const SILENT: Sound = { readings: [], spellings: [], initials: '' };
const known = new Map<string, Sound>();

function spellingsOf(reading: string): string[] {
  const plain = reading.slice(0, -1);
  return plain.includes('v') ? [plain, plain.replace('v', 'u'), plain.replace('v', 'yu')] : [plain];
}

/** The sound of a character, kept once it was looked up. */
export function soundOf(character: string): Sound {
  if (!HANZI.test(character)) return SILENT;
  const found = known.get(character);
  if (found) return found;
  const [all = []] = polyphonic(character, { type: 'array', toneType: 'num', v: true });
  const readings = all.filter((reading) => /^[a-z]+[0-5]$/.test(reading));
  const spellings = [...new Set(readings.flatMap(spellingsOf))];
  const initials = [...new Set(spellings.map(([first]) => first))].join('');
  const sound = { readings, spellings, initials };
  known.set(character, sound);
  return sound;
}

/**
 * A text as it sounds: what somebody would type of it, letters, digits and hanzi, so that “专精特新” is found by zjtx;
 * and what parts it, so that 15. 构建 is not found by 5g.
 */
export interface Sounded {
  characters: readonly string[];
  sounds: readonly Sound[];
  /** Where each character stands in the text, in UTF-16 units. */
  units: readonly number[];
}

const TYPED = /[\p{L}\p{N}\s.,;:!?、。]/gu;

/** Makes a text ready to be found by how it sounds. */
export function toSounded(text: string): Sounded {
  const typed = [...text.matchAll(TYPED)];
  const characters = typed.map(([character]) => character);
  return { characters, sounds: characters.map(soundOf), units: typed.map(({ index }) => index) };
}

/** The characters from … to − 1 of a text. */
export interface Span {
  from: number;
  to: number;
}

const isHanzi = ({ initials }: Sound): boolean => initials !== '';

function beginsWith({ characters, sounds }: Sounded, at: number, letter: string): boolean {
  const initials = sounds[at]?.initials ?? '';
  return initials === '' ? characters[at] === letter : initials.includes(letter);
}

/** The span from `from` on whose characters begin with the letters of `word`, one each (5gjz: 5G基站); null: none. */
export function spanOfInitials(text: Sounded, word: string, from: number): Span | null {
  for (let at = 0; at < word.length; at += 1) {
    if (!beginsWith(text, from + at, word[at] ?? '')) return null;
  }
  return { from, to: from + word.length };
}

/** How many letters of `word` from `letter` on stand for the hanzi: its initial, zh ch sh, or all of it. */
function lettersFor({ spellings }: Sound, word: string, letter: number): Set<number> {
  const rest = word.slice(letter);
  const lengths = new Set<number>();
  for (const spelling of spellings) {
    if (rest.startsWith(spelling)) lengths.add(spelling.length);
    else if (spelling.startsWith(rest)) lengths.add(rest.length);
    if (rest[0] === spelling[0]) lengths.add(1);
    if (spelling[1] === 'h' && rest.startsWith(spelling.slice(0, 2))) lengths.add(2);
  }
  return lengths;
}

/**
 * The span from `from` on that `word` spells, each hanzi by its whole pinyin or its initial, the last one perhaps not
 * yet to its end (lvsegongch: 绿色工厂); null: none.
 */
export function spanOfSpelling(text: Sounded, word: string, from: number): Span | null {
  if (!beginsWith(text, from, word[0] ?? '')) return null;
  const failed = new Set<number>();
  const walk = (at: number, letter: number): number | null => {
    if (letter === word.length) return at;
    const state = at * (word.length + 1) + letter;
    const sound = text.sounds[at];
    if (sound === undefined || failed.has(state)) return null;
    failed.add(state);
    if (!isHanzi(sound)) return text.characters[at] === word[letter] ? walk(at + 1, letter + 1) : null;
    for (const length of lettersFor(sound, word, letter)) {
      const to = walk(at + 1, letter + length);
      if (to !== null) return to;
    }
    return null;
  };
  const to = walk(from, 0);
  return to === null ? null : { from, to };
}

const alike = (a: Sound, b: Sound): boolean => a.readings.some((reading) => b.readings.includes(reading));

/** The span of `text` that is read aloud just as `word`, tones included (綠廠 for 绿厂); null: none. */
export function spanReadAlike(text: Sounded, word: Sounded): Span | null {
  const length = word.characters.length;
  for (let from = 0; from + length <= text.characters.length; from += 1) {
    const same = word.sounds.every((sound, at) => {
      const other = text.sounds[from + at];
      return word.characters[at] === text.characters[from + at] || (other !== undefined && alike(sound, other));
    });
    if (same) return { from, to: from + length };
  }
  return null;
}
