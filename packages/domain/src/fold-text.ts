/**
 * A text as searches compare it: full-width forms as half-width ones (NFKC), lower case. Each character is folded by
 * itself, so that `foldedPlaces` can lead back.
 */
export function foldText(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** For each UTF-16 unit of `foldText(text)` the index in `text` of the character it comes from; then the length of `text`. */
export function foldedPlaces(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = foldCharacter(character).length; unit > 0; unit -= 1) places.push(at);
    at += character.length;
  }
  return [...places, at];
}

const foldCharacter = (character: string): string => character.normalize('NFKC').toLowerCase();
