import type { ForeignKind } from '../verify/verdict.ts';
import { COMPANY_CODE_ALPHABET, hasValidCheckCharacter } from './company-code.ts';

/**
 * Guesses what a code that is no certificate is for, so that a visitor can be told what to open
 * instead. A wrong guess costs a sentence, never a verdict.
 */
export function foreignKindOf(text: string): ForeignKind {
  if (text === '') return 'empty';
  // No code holds more; what is longer came from a file or a pipe and gets no closer look.
  const start = text.slice(0, LOOKED_AT);
  if (HEALTH_CERTIFICATE.test(start)) return 'health-certificate';
  if (PAYMENT.some((pattern) => pattern.test(start))) return 'payment';
  if (isCompanyIdentityCode(start)) return 'identity-code';
  return URL_WITH_SCHEME.test(start) ? 'url' : 'text';
}

const LOOKED_AT = 8_192;

// EU digital COVID certificate (HC1), and SMART health cards.
const HEALTH_CERTIFICATE = /^(?:HC[1-9]:|shc:\/)/i;

const URL_WITH_SCHEME = /^(?:https?:\/\/|www\.)\S+$/i;

const PAYMENT: readonly RegExp[] = [
  // WeChat Pay and Alipay collection codes, UnionPay's QR service.
  /^wxp:\/\//i,
  /^alipays?:\/\//i,
  /^https?:\/\/(?:qr\.alipay\.com|payapp\.weixin\.qq\.com|wx\.tenpay\.com|qr\.95516\.com)(?:[/?#]|$)/i,
  // Codes a customer shows to pay: WeChat 10–15 and 18 digits, Alipay 25–30 and 16 to 24 digits, UnionPay 62.
  /^1[0-5][0-9]{16}$/,
  /^(?:2[5-9]|30)[0-9]{14,22}$/,
  /^62[0-9]{17}$/,
  // EMV merchant-presented code: payload format indicator first.
  /^000201[0-9]{2}/,
];

const COMPANY_CODE = new RegExp(`(?<![0-9A-Z])[1-9ANY][${COMPANY_CODE_ALPHABET}]{17}(?![0-9A-Z])`);
// Identifier of an electronic licence: root object identifier of GB/T 36904-2018.
const LICENCE_IDENTIFIER = /^1\.2\.156\.3005\.2\./;

// The identity code of a company and the code on its licence carry its unified code, bare or inside an address.
function isCompanyIdentityCode(text: string): boolean {
  if (LICENCE_IDENTIFIER.test(text)) return true;
  const code = COMPANY_CODE.exec(text)?.[0];
  return code !== undefined && hasValidCheckCharacter(code);
}
