import * as v from 'valibot';
import { parseRepositoryUrl } from '../trust/fetch-port.ts';
import { parseProxyRoute } from '../trust/proxy-route.ts';
import { setting } from './setting.ts';
import { Path, wholeNumber } from './value-schemas.ts';

const RepositoryUrl = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((text) => text === '' || parseRepositoryUrl(text) !== undefined, 'no https address'),
);

const SyncProxy = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check(
    (text) => parseProxyRoute(text) !== undefined,
    'neither system, direct nor http://, https:// or socks5://HOST:PORT without a name and password',
  ),
);

/** Where trust data comes from. None of it decides what is trusted: that is signed. */
export const TRUST_SETTINGS = {
  trustFolder: setting({
    schema: Path,
    fallback: '',
    title: { 'zh-CN': '信任数据目录', en: 'Trust folder' },
    about: {
      'zh-CN': '信任数据所在目录；留空则先用本机数据，再用安装包内置数据',
      en: 'Folder of the trust data; empty: user data, then the program’s own',
    },
  }),
  repositoryUrl: setting({
    schema: RepositoryUrl,
    fallback: '',
    title: { 'zh-CN': '信任仓库地址', en: 'Repository address' },
    about: {
      'zh-CN': '同步密钥、政策和状态名单的地址（https）；留空则不同步',
      en: 'Where keys, policy and status lists are synchronised from (https); empty: never',
    },
  }),
  syncIntervalMinutes: setting({
    // The timestamp of a repository lives for a day.
    schema: wholeNumber(5, 1_440),
    fallback: 60,
    title: { 'zh-CN': '同步间隔分钟数', en: 'Sync interval minutes' },
    about: {
      'zh-CN': '两次同步之间相隔多少分钟',
      en: 'Minutes between two synchronisations',
    },
  }),
  syncProxy: setting({
    schema: SyncProxy,
    fallback: 'system',
    title: { 'zh-CN': '同步代理', en: 'Sync proxy' },
    about: {
      'zh-CN':
        '同步时使用的代理：system 为系统设置，direct 为直连，或 http://、https://、socks5:// 加主机和端口，见下文',
      en: '`system`, `direct`, or `http://`, `https://`, `socks5://` with host and port, see below',
    },
  }),
  syncCa: setting({
    schema: Path,
    fallback: '',
    title: { 'zh-CN': '仓库 CA 证书', en: 'Sync CA' },
    about: {
      'zh-CN':
        'PEM 文件；指定后，信任仓库的证书只能由其中的根证书签发；留空则用系统信任的证书，见下文',
      en: 'PEM file; only its root certificates may vouch for the repository; empty: those this system trusts, see below',
    },
  }),
} as const;
