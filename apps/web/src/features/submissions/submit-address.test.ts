import { describe, expect, it } from 'vitest';
import { withParams } from '../../ui/url-state.ts';
import { AFRESH, opening, readSubmitAddress } from './submit-address.ts';

const read = (text: string) => readSubmitAddress(new URLSearchParams(text));

describe('the state of the page in its address', () => {
  it('begins with choosing a file', () => {
    expect(read('')).toEqual({
      submission: null,
      step: 'check',
      way: 'file',
      look: 'sheet',
      sheet: 0,
      cell: null,
      problems: null,
    });
  });

  it('is read back', () => {
    expect(read('submission=01J&step=submit&way=entry&look=figures&sheet=3&cell=AB12&problems=confirm')).toEqual({
      submission: '01J',
      step: 'submit',
      way: 'entry',
      look: 'figures',
      sheet: 3,
      cell: 'AB12',
      problems: 'confirm',
    });
  });

  it('does not take what is none', () => {
    expect(read('sheet=-1&cell=1A&problems=all&step=3')).toMatchObject({ sheet: 0, cell: null, problems: null });
    expect(read(`submission=${'x'.repeat(61)}`).submission).toBeNull();
  });

  it('keeps the look and the language when another submission is opened', () => {
    const params = withParams(new URLSearchParams('lang=en&cell=A1&way=entry&sheet=2'), opening('01J'));
    expect(params.toString()).toBe('lang=en&submission=01J');
    expect(withParams(params, AFRESH).toString()).toBe('lang=en');
  });
});
