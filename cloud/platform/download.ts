import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { CallError } from '../contract/call-error';

/** Ms without a byte. */
const silence = 5_000;

/**
 * What is behind a URL of the storage; undefined where there is nothing (any more). Reading ends at `maxBytes`, so that
 * no file, however large, fills the memory: the SDK's `downloadFile` has no such bound.
 * Throws a CallError: `input-too-large`, `cloud-error`.
 */
export async function download(url: string, maxBytes: number): Promise<Buffer | undefined> {
  try {
    const response = await answerOf(url);
    if (response.statusCode === 200) return await bytesOf(response, maxBytes);
    response.destroy();
    if (response.statusCode === 404) return undefined;
  } catch (cause) {
    if (cause instanceof CallError) throw cause;
    throw new CallError('cloud-error', 'The storage gave no content.', { cause });
  }
  throw new CallError('cloud-error', 'The storage refused its own URL.');
}

function answerOf(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? getSecure : getPlain)(url, resolve);
    request.setTimeout(silence, () => request.destroy(new Error('the storage says nothing')));
    request.on('error', reject);
  });
}

async function bytesOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop by an error also ends the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new CallError('input-too-large', `The file has more than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
