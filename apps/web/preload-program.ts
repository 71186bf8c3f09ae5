import { basename } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';

function preloadTag(fileName: string): HtmlTagDescriptor {
  const attrs = fileName.endsWith('.css') ? { rel: 'preload', as: 'style' } : { rel: 'modulepreload' };
  // After the page itself and its first style, which are on the screen before the program is.
  const rank = { crossorigin: true, fetchpriority: 'low' };
  return { tag: 'link', attrs: { ...attrs, ...rank, href: `/${fileName}` }, injectTo: 'head' };
}

/** Has the page load the program at once although it is started only when the page stands. */
export function preloadProgram(): Plugin {
  return {
    name: 'preload-program',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const main = chunks.find(({ facadeModuleId }) => basename(facadeModuleId ?? '') === 'main.tsx');
        const needed = new Set<string>();
        const follow = (name: string): void => {
          const chunk = chunks.find(({ fileName }) => fileName === name);
          if (!chunk || needed.has(name)) return;
          for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
          needed.add(name);
          chunk.imports.forEach(follow);
        };
        if (main) follow(main.fileName);
        return [...needed].filter((name) => !html.includes(name)).map(preloadTag);
      },
    },
  };
}
