import { demoCompanyCode } from './company-code.ts';
import type { Sample } from './sample.ts';

/** Codes that visitors really hold up by mistake; none of them is a certificate. */
export function foreignSamples(): readonly Sample[] {
  return [
    {
      id: 'foreign-url',
      title: { 'zh-CN': '网址二维码', en: 'A web address' },
      text: 'https://www.example.org/welcome',
      expected: 'not-a-certificate',
      expectedKind: 'url',
    },
    {
      id: 'foreign-identity-code',
      title: { 'zh-CN': '企业码（亮照）', en: 'A company identity code' },
      text: demoCompanyCode(100),
      expected: 'not-a-certificate',
      expectedKind: 'identity-code',
    },
    {
      id: 'foreign-payment',
      title: { 'zh-CN': '收付款码', en: 'A payment code' },
      text: 'wxp://f2f0SAMPLE000000000000000000',
      expected: 'not-a-certificate',
      expectedKind: 'payment',
    },
  ];
}
