import type { Plugin } from 'esbuild';

/**
 * Parts of `wx-server-sdk` 4.0.2 that no function here uses and that cost a third of the bundle and of its start.
 * Each is replaced by one that says so when it is called: what is left out can never be mistaken for what works.
 */
const replacements: readonly { readonly filter: RegExp; readonly contents: string }[] = [
  {
    // `cloud.ai`, with its streams polyfill
    filter: /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/]ai[\\/]index\.js$/,
    contents: `exports.createAI = ${refusal('cloud.ai')};`,
  },
  {
    // the client of data models and of MySQL
    filter: /[\\/]@cloudbase[\\/]wx-cloud-client-sdk[\\/].*\.c?js$/,
    contents: `module.exports = { generateHTTPClient: ${refusal('models')}, generateMySQLClient: ${refusal('mysql')} };`,
  },
  {
    // 2,500 file types of which a mini program uploads these; any other is sent as application/octet-stream
    filter: /[\\/]mime-db[\\/]db\.json$/,
    contents: `module.exports = ${JSON.stringify({
      'application/json': { extensions: ['json'] },
      'application/pdf': { extensions: ['pdf'] },
      'application/zip': { extensions: ['zip'] },
      'audio/mp4': { extensions: ['m4a'] },
      'audio/mpeg': { extensions: ['mp3'] },
      'image/gif': { extensions: ['gif'] },
      'image/jpeg': { extensions: ['jpeg', 'jpg'] },
      'image/png': { extensions: ['png'] },
      'image/svg+xml': { extensions: ['svg'] },
      'image/webp': { extensions: ['webp'] },
      'text/csv': { extensions: ['csv'] },
      'text/html': { extensions: ['html'] },
      'text/plain': { extensions: ['txt'] },
      'video/mp4': { extensions: ['mp4'] },
    })};`,
  },
];

function refusal(what: string): string {
  return `() => { throw new Error(${JSON.stringify(`${what} is left out of the bundled functions: see config/functions/left-out.ts`)}); }`;
}

/** Leaves the SDK's unused parts out of a bundle. */
export const leftOut: Plugin = {
  name: 'left-out',
  setup(build) {
    for (const { filter, contents } of replacements) build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
  },
};
