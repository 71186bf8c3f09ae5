import { THEMES } from '@dabiao/charts/theme';
import { ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLang } from '../../ui/lang.ts';
import { useThemeName } from '../../ui/theme-name.ts';

/** Ant Design in the colours, type and corners of the house. */
export function WorkbenchTheme({ children }: { children: ReactNode }) {
  const name = useThemeName();
  const { paper, ink, accent, soft, tint, font } = THEMES[name];
  return (
    <ConfigProvider
      locale={useLang() === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: accent,
          colorLink: accent,
          colorInfo: accent,
          colorBgBase: paper,
          colorBgContainer: paper,
          colorBgElevated: paper,
          colorTextBase: ink,
          colorTextSecondary: soft,
          colorTextTertiary: soft,
          colorTextPlaceholder: soft,
          colorTextDescription: soft,
          colorTextDisabled: soft,
          controlItemBgActive: tint,
          ...(name === 'dark' ? { colorTextLightSolid: paper } : {}),
          fontFamily: font,
          borderRadius: 0,
          wireframe: false,
        },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
