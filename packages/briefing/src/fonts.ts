import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Families an office may put into its fonts folder, by the place they take. */
export const OFFICIAL_FAMILIES = {
  title: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体'],
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'FandolFang R', 'FandolFang'],
  heading: ['SimHei', '黑体'],
  kai: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'LXGW WenKai'],
};

/** Files of the sans serif, also for pictures of charts. */
export const sansFiles = (): string[] => [
  require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
];

/**
 * The bytes of the fonts that are always there; Light stands in for 仿宋, SemiBold for 楷体 and Black for 小标宋 where
 * those are not given.
 * @throws Error where a font package is not installed.
 */
export function readOwnFonts(): Buffer[] {
  const files = [
    ...sansFiles(),
    require.resolve('@expo-google-fonts/noto-serif-sc/300Light/NotoSerifSC_300Light.ttf'),
    require.resolve('@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf'),
  ];
  return files.map((file) => readFileSync(file));
}

/** The bytes of every TrueType or OpenType file directly in `folder`, by name. */
export function readFontsFolder(folder: string): Buffer[] {
  const files = readdirSync(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name));
  return files.sort().map((name) => readFileSync(join(folder, name)));
}

/** Says which fonts briefings are drawn with: the same word for the same own packages and the same folder. */
export function fontsWord(folder: string | null): string {
  const versions = ['noto-sans-sc', 'noto-serif-sc'].map(
    (name) => (require(`@expo-google-fonts/${name}/package.json`) as { version: string }).version,
  );
  const hash = createHash('sha256').update(versions.join(' '));
  if (folder !== null && existsSync(folder)) for (const font of readFontsFolder(folder)) hash.update(font);
  return hash.digest('hex').slice(0, 12);
}
