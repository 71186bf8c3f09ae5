import { describe, expect, it } from 'vitest';
import { afterSignIn } from './after-sign-in.ts';

const asked = (next: string) => afterSignIn(new URLSearchParams({ next }));

describe('after signing in', () => {
  it('goes where the user came from', () => {
    expect(asked('/submit?submission=1')).toBe('/submit?submission=1');
    expect(asked('/')).toBe('/');
    expect(afterSignIn(new URLSearchParams())).toBe('/');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'submit',
    '',
    '/sign-in?next=/',
  ])('does not follow %s', (next) => {
    expect(asked(next)).toBe('/');
  });
});
