import type { Marked } from '@dabiao/contract/search';
import { Fragment } from 'react';

/** A text with what was found in it set off. */
export function MarkedText({ text, marks }: Marked) {
  return (
    <>
      {marks.map(({ from, to }, at) => (
        <Fragment key={from}>
          {text.slice(marks[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
