import { expect, it } from 'vitest';
import { fileNameIn } from './download-link.tsx';

it('takes the name of a file from what the server says', () => {
  expect(fileNameIn(`attachment; filename="submission"; filename*=UTF-8''%E6%B5%8E%E5%8D%972025.xlsx`)).toBe(
    '济南2025.xlsx',
  );
  expect(fileNameIn('attachment; filename="figures-370100-2025.xlsx"')).toBe('figures-370100-2025.xlsx');
  expect(fileNameIn(`attachment; filename="a"; filename*=UTF-8''%E6%B`)).toBe('a');
  expect(fileNameIn(null)).toBeNull();
});
