/**
 * Open data as WeChat encrypts and signs it.
 * Source: developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.md
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface Watermark {
  /** Unix seconds. */
  readonly timestamp: number;
  readonly appid: string;
}

const CIPHER = 'aes-128-cbc';
const BLOCK = 16;

/** AES-128-CBC with PKCS#7 under the session key (base64 of 16 bytes) and a fresh iv; both answers are base64. */
export function encryptOpenData(data: unknown, sessionKey: string): { encryptedData: string; iv: string } {
  const iv = randomBytes(BLOCK);
  const cipher = createCipheriv(CIPHER, Buffer.from(sessionKey, 'base64'), iv);
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(data), 'utf8'), cipher.final()]);
  return { encryptedData: encrypted.toString('base64'), iv: iv.toString('base64') };
}

/**
 * What a developer's server does with `encryptedData`: decrypts it and checks whose it is.
 * @throws Error `Illegal Buffer`, as WeChat's sample `WXBizDataCrypt`, for a wrong key, iv, text or appid.
 */
export function decryptOpenData(
  encrypted: { readonly encryptedData: string; readonly iv: string },
  sessionKey: string,
  appId: string,
): Record<string, unknown> & { readonly watermark: Watermark } {
  let data: Record<string, unknown> & { readonly watermark?: Watermark };
  try {
    const decipher = createDecipheriv(CIPHER, Buffer.from(sessionKey, 'base64'), Buffer.from(encrypted.iv, 'base64'));
    const text = Buffer.concat([decipher.update(encrypted.encryptedData, 'base64'), decipher.final()]).toString('utf8');
    data = JSON.parse(text) as typeof data;
  } catch (cause) {
    throw new Error('Illegal Buffer', { cause });
  }
  const { watermark } = data;
  if (watermark?.appid !== appId) throw new Error('Illegal Buffer');
  return { ...data, watermark };
}

/** `signature` of user data: sha1 over the exact text of `rawData` followed by the session key. Hex. */
export function signRawData(rawData: string, sessionKey: string): string {
  return createHash('sha1').update(rawData).update(sessionKey).digest('hex');
}
