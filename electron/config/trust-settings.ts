import * as v from 'valibot';
import { parseRepositoryUrl } from '../trust/fetch-port.ts';
import { setting } from './setting.ts';
import { Path, wholeNumber } from './value-schemas.ts';

const RepositoryUrl = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((text) => text === '' || parseRepositoryUrl(text) !== undefined, 'no https address'),
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
} as const;
